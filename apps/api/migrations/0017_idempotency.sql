CREATE TABLE `idempotency_keys` (
	`account` text NOT NULL,
	`key` text NOT NULL,
	`at` text NOT NULL,
	`request` text NOT NULL,
	`answer` text,
	PRIMARY KEY(`account`, `key`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `idempotency_keys_by_time` ON `idempotency_keys` (`at`);