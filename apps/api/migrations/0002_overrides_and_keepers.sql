CREATE TABLE `keepers` (
	`indicator` text PRIMARY KEY NOT NULL,
	`body` text NOT NULL,
	`keeper` text GENERATED ALWAYS AS (json_extract(body, '$.keeper')) STORED,
	`deputy` text GENERATED ALWAYS AS (json_extract(body, '$.deputy')) STORED,
	FOREIGN KEY (`indicator`) REFERENCES `indicators`(`slug`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`keeper`) REFERENCES `users`(`email`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`deputy`) REFERENCES `users`(`email`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `overrides` (
	`indicator` text PRIMARY KEY NOT NULL,
	`body` text NOT NULL,
	FOREIGN KEY (`indicator`) REFERENCES `indicators`(`slug`) ON UPDATE no action ON DELETE no action
) STRICT;
