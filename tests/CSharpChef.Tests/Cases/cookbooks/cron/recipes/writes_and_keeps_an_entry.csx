Cron("backup", c =>
{
    c.Schedule = "*/15 3-5 * jan,feb mon";
    c.Command = "date +%F >> /var/log/backup";
    c.User = "daemon";
    c.Environment["MAILTO"] = "ops@example.org";
});
Cron("daily", c =>
{
    c.Schedule = "@daily";
    c.Command = "true";
});
