CREATE TABLE `deliveries` (
	`number` integer PRIMARY KEY NOT NULL,
	`webhook` text NOT NULL,
	`release` integer NOT NULL,
	`attempts` integer NOT NULL,
	`next_at` text,
	`status` text,
	FOREIGN KEY (`webhook`) REFERENCES `webhooks`(`name`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `webhooks` (
	`name` text PRIMARY KEY NOT NULL,
	`url` text NOT NULL,
	`secret` text NOT NULL
) STRICT;
