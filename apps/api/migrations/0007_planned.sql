CREATE TABLE `planned_releases` (
	`number` integer PRIMARY KEY NOT NULL,
	`body` text NOT NULL
) STRICT;
--> statement-breakpoint
ALTER TABLE `tokens` ADD `scope` text;
