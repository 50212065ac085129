CREATE TABLE `answer_links` (
	`hash` text PRIMARY KEY NOT NULL,
	`account` text NOT NULL,
	`indicator` text NOT NULL,
	`period` text NOT NULL,
	`expires_at` text NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `answer_links_by_account` ON `answer_links` (`account`);