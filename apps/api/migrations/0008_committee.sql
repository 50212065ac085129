CREATE TABLE `ideas` (
	`slug` text PRIMARY KEY NOT NULL,
	`body` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `meetings` (
	`slug` text PRIMARY KEY NOT NULL,
	`body` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `shared_meetings` (
	`slug` text NOT NULL,
	`version` integer NOT NULL,
	`shared_at` text NOT NULL,
	`body` text,
	`secret` text,
	PRIMARY KEY(`slug`, `version`)
) STRICT, WITHOUT ROWID;
