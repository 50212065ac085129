CREATE TABLE `mail_reasons` (
	`about` text NOT NULL,
	`account` text NOT NULL,
	`mail` integer NOT NULL,
	PRIMARY KEY(`about`, `account`),
	FOREIGN KEY (`mail`) REFERENCES `mails`(`number`) ON UPDATE no action ON DELETE cascade
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `mail_reasons_by_mail` ON `mail_reasons` (`mail`);--> statement-breakpoint
CREATE TABLE `mail_settings` (
	`account` text PRIMARY KEY NOT NULL,
	`body` text NOT NULL,
	FOREIGN KEY (`account`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `mails` (
	`number` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`account` text NOT NULL,
	`language` text NOT NULL,
	`subject` text NOT NULL,
	`text` text,
	`queued_at` text NOT NULL,
	`attempts` integer NOT NULL,
	`next_at` text,
	`sent_at` text,
	`problem` text
) STRICT;
--> statement-breakpoint
CREATE INDEX `mails_by_account` ON `mails` (`account`);--> statement-breakpoint
CREATE INDEX `mails_by_next` ON `mails` (`next_at`);--> statement-breakpoint
CREATE TABLE `password_resets` (
	`hash` text PRIMARY KEY NOT NULL,
	`account` text NOT NULL,
	`expires_at` text NOT NULL
) STRICT, WITHOUT ROWID;
