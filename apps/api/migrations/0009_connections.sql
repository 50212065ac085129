CREATE TABLE `connections` (
	`indicator` text PRIMARY KEY NOT NULL,
	`body` text NOT NULL,
	FOREIGN KEY (`indicator`) REFERENCES `indicators`(`slug`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `fetches` (
	`number` integer PRIMARY KEY NOT NULL,
	`indicator` text NOT NULL,
	`at` text NOT NULL,
	`by` text NOT NULL,
	`outcome` text NOT NULL,
	FOREIGN KEY (`indicator`) REFERENCES `indicators`(`slug`) ON UPDATE no action ON DELETE no action
) STRICT;
