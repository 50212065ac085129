CREATE TABLE `withdrawals` (
	`number` integer PRIMARY KEY NOT NULL,
	`body` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `withdrawn_documents` (
	`hash` text PRIMARY KEY NOT NULL,
	`replacement` text NOT NULL,
	FOREIGN KEY (`hash`) REFERENCES `documents`(`hash`) ON UPDATE no action ON DELETE no action
) STRICT;
