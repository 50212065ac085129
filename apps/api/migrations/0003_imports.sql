CREATE TABLE `file_pieces` (
	`file` text NOT NULL,
	`position` integer NOT NULL,
	`bytes` blob NOT NULL,
	PRIMARY KEY(`file`, `position`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `imports` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`file` text NOT NULL,
	`name` text NOT NULL,
	`size` integer NOT NULL,
	`received_at` text NOT NULL,
	`received_by` text NOT NULL,
	`indicator` text NOT NULL,
	`look` text,
	`shape` text,
	`mapping` text,
	`outcome` text,
	`problem` text,
	`change_set` integer,
	FOREIGN KEY (`received_by`) REFERENCES `users`(`email`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`indicator`) REFERENCES `indicators`(`slug`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`change_set`) REFERENCES `change_sets`(`number`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `imports_by_shape` ON `imports` (`shape`);
