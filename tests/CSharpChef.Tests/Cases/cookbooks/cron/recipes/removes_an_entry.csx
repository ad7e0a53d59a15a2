Cron("backup", c => c.Do(c.Delete));
Cron("never", c => c.Do(c.Delete));
