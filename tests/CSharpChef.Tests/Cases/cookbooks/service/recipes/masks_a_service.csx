Service("cron", s => s.Do(s.Mask));
