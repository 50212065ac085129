CREATE TABLE `known_devices` (
	`hash` text PRIMARY KEY NOT NULL,
	`account` text NOT NULL,
	`last_seen_at` text NOT NULL,
	FOREIGN KEY (`account`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `known_devices_by_account` ON `known_devices` (`account`);--> statement-breakpoint
CREATE TABLE `passkeys` (
	`id` text PRIMARY KEY NOT NULL,
	`account` text NOT NULL,
	`public_key` blob NOT NULL,
	`counter` integer NOT NULL,
	`transports` text NOT NULL,
	`name` text NOT NULL,
	`created_at` text NOT NULL,
	`last_used_at` text,
	FOREIGN KEY (`account`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `passkeys_by_account` ON `passkeys` (`account`);--> statement-breakpoint
CREATE TABLE `recovery_codes` (
	`hash` text PRIMARY KEY NOT NULL,
	`account` text NOT NULL,
	FOREIGN KEY (`account`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `recovery_codes_by_account` ON `recovery_codes` (`account`);--> statement-breakpoint
CREATE TABLE `sign_ins` (
	`number` integer PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`last_at` text NOT NULL,
	`count` integer NOT NULL,
	`account` text,
	`kind` text NOT NULL,
	`address` text,
	`detail` text
) STRICT;
--> statement-breakpoint
CREATE INDEX `sign_ins_by_time` ON `sign_ins` (`last_at`);--> statement-breakpoint
CREATE INDEX `sign_ins_by_account` ON `sign_ins` (`account`,`number`);--> statement-breakpoint
CREATE TABLE `totp_secrets` (
	`account` text PRIMARY KEY NOT NULL,
	`sealed` text NOT NULL,
	`confirmed_at` text,
	`last_step` integer NOT NULL,
	FOREIGN KEY (`account`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
ALTER TABLE `change_sets` ADD `account` text;--> statement-breakpoint
ALTER TABLE `sessions` ADD `proven_at` text;--> statement-breakpoint
ALTER TABLE `sessions` ADD `awaits_factor` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `sessions` ADD `by_provider` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `sessions` ADD `challenge` text;--> statement-breakpoint
ALTER TABLE `shared_meetings` ADD `last_day` text;--> statement-breakpoint
ALTER TABLE `users` ADD `id` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `users` ADD `one_time_until` text;--> statement-breakpoint
UPDATE `users` SET `id` = 'earlier-' || lower(hex(randomblob(8)));--> statement-breakpoint
CREATE UNIQUE INDEX `users_id_unique` ON `users` (`id`);