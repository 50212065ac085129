CREATE TABLE `comments` (
	`id` text PRIMARY KEY NOT NULL,
	`body` text NOT NULL,
	`goal` text GENERATED ALWAYS AS (json_extract(body, '$.goal')) STORED,
	FOREIGN KEY (`goal`) REFERENCES `goals`(`slug`) ON UPDATE no action ON DELETE no action
) STRICT;
