CREATE TABLE `action_plans` (
	`year` integer PRIMARY KEY NOT NULL,
	`body` text NOT NULL,
	`framework` text GENERATED ALWAYS AS (json_extract(body, '$.framework')) STORED,
	FOREIGN KEY (`framework`) REFERENCES `frameworks`(`slug`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `areas` (
	`code` text PRIMARY KEY NOT NULL,
	`body` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `change_sets` (
	`number` integer PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`actor` text NOT NULL,
	`action` text NOT NULL,
	`reason` text,
	`previous_hash` text,
	`hash` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `changes` (
	`change_set` integer NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`before` text,
	`after` text,
	PRIMARY KEY(`change_set`, `position`),
	FOREIGN KEY (`change_set`) REFERENCES `change_sets`(`number`) ON UPDATE no action ON DELETE no action
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `changes_by_subject` ON `changes` (`kind`,`key`,`change_set`);--> statement-breakpoint
CREATE TABLE `compilations` (
	`indicator` text PRIMARY KEY NOT NULL,
	`change_set` integer NOT NULL,
	`compiler` text NOT NULL,
	FOREIGN KEY (`indicator`) REFERENCES `indicators`(`slug`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `dimensions` (
	`slug` text PRIMARY KEY NOT NULL,
	`body` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `documents` (
	`hash` text PRIMARY KEY NOT NULL,
	`bytes` blob NOT NULL,
	`gzip` blob NOT NULL,
	`brotli` blob NOT NULL,
	`packed_hash` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `focus_areas` (
	`slug` text PRIMARY KEY NOT NULL,
	`body` text NOT NULL,
	`framework` text GENERATED ALWAYS AS (json_extract(body, '$.framework')) STORED,
	FOREIGN KEY (`framework`) REFERENCES `frameworks`(`slug`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `frameworks` (
	`slug` text PRIMARY KEY NOT NULL,
	`body` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `goals` (
	`slug` text PRIMARY KEY NOT NULL,
	`body` text NOT NULL,
	`number` text GENERATED ALWAYS AS (json_extract(body, '$.number')) STORED,
	`focus_area` text GENERATED ALWAYS AS (json_extract(body, '$.focusArea')) STORED,
	FOREIGN KEY (`focus_area`) REFERENCES `focus_areas`(`slug`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `goals_number_unique` ON `goals` (`number`);--> statement-breakpoint
CREATE TABLE `indicator_goals` (
	`indicator` text NOT NULL,
	`goal` text NOT NULL,
	PRIMARY KEY(`indicator`, `goal`),
	FOREIGN KEY (`indicator`) REFERENCES `indicators`(`slug`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`goal`) REFERENCES `goals`(`slug`) ON UPDATE no action ON DELETE no action
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `indicators` (
	`slug` text PRIMARY KEY NOT NULL,
	`body` text NOT NULL,
	`area` text GENERATED ALWAYS AS (json_extract(body, '$.area')) STORED,
	`changed_in` integer NOT NULL,
	FOREIGN KEY (`area`) REFERENCES `areas`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`changed_in`) REFERENCES `change_sets`(`number`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `observations` (
	`indicator` text NOT NULL,
	`series` text NOT NULL,
	`period` text NOT NULL,
	`value` real,
	`numerator` real,
	`denominator` real,
	`status` text NOT NULL,
	`footnote` text,
	`sample_size` integer,
	`margin` real,
	`provenance` text,
	PRIMARY KEY(`indicator`, `series`, `period`),
	FOREIGN KEY (`indicator`) REFERENCES `indicators`(`slug`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`provenance`) REFERENCES `provenances`(`slug`) ON UPDATE no action ON DELETE no action
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `provenances` (
	`slug` text PRIMARY KEY NOT NULL,
	`body` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `release_documents` (
	`path` text NOT NULL,
	`release` integer NOT NULL,
	`hash` text,
	PRIMARY KEY(`path`, `release`),
	FOREIGN KEY (`release`) REFERENCES `releases`(`number`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`hash`) REFERENCES `documents`(`hash`) ON UPDATE no action ON DELETE no action
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `release_documents_by_release` ON `release_documents` (`release`);--> statement-breakpoint
CREATE TABLE `releases` (
	`number` integer PRIMARY KEY NOT NULL,
	`published_at` text NOT NULL,
	`title` text NOT NULL,
	`note` text,
	`published_by` text NOT NULL,
	`previous_hash` text,
	`hash` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `releases_hash_unique` ON `releases` (`hash`);--> statement-breakpoint
CREATE TABLE `settings` (
	`name` text PRIMARY KEY NOT NULL,
	`body` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `sources` (
	`slug` text PRIMARY KEY NOT NULL,
	`body` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `targets` (
	`indicator` text NOT NULL,
	`slug` text NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`indicator`, `slug`),
	FOREIGN KEY (`indicator`) REFERENCES `indicators`(`slug`) ON UPDATE no action ON DELETE no action
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `tokens` (
	`hash` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`user` text NOT NULL,
	`expires_on` text NOT NULL,
	FOREIGN KEY (`user`) REFERENCES `users`(`email`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `tokens_name_unique` ON `tokens` (`name`);--> statement-breakpoint
CREATE TABLE `users` (
	`email` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`password_hash` text NOT NULL,
	`must_change_password` integer NOT NULL,
	`disabled_at` text
) STRICT;
