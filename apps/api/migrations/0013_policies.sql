CREATE TABLE `profiles` (
	`name` text PRIMARY KEY NOT NULL,
	`body` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `__new_action_plans` (
	`name` text PRIMARY KEY NOT NULL,
	`body` text NOT NULL,
	`framework` text GENERATED ALWAYS AS (json_extract(body, '$.framework')) STORED,
	FOREIGN KEY (`framework`) REFERENCES `frameworks`(`slug`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_action_plans` (`name`, `body`) SELECT CAST(`year` AS TEXT), `body` FROM `action_plans`;
--> statement-breakpoint
DROP TABLE `action_plans`;
--> statement-breakpoint
ALTER TABLE `__new_action_plans` RENAME TO `action_plans`;
