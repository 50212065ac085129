CREATE TABLE `invitations` (
	`hash` text PRIMARY KEY NOT NULL,
	`user` text NOT NULL,
	`expires_at` text NOT NULL,
	FOREIGN KEY (`user`) REFERENCES `users`(`email`) ON UPDATE no action ON DELETE cascade
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
ALTER TABLE `tokens` ADD `scopes` text;--> statement-breakpoint
ALTER TABLE `tokens` ADD `indicators` text;--> statement-breakpoint
ALTER TABLE `tokens` ADD `created_at` text;--> statement-breakpoint
ALTER TABLE `tokens` ADD `last_used_at` text;--> statement-breakpoint
ALTER TABLE `users` ADD `role_decided` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `users` ADD `vouched_at` text;--> statement-breakpoint
ALTER TABLE `users` ADD `break_glass` integer DEFAULT false NOT NULL;--> statement-breakpoint
-- Who has an identity was vouched for when they last came; how long ago that was, is not known.
UPDATE `users` SET `vouched_at` = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE `identity` IS NOT NULL;
