Cron("backup", c =>
{
    c.Schedule = "@daily";
    c.Command = "true";
    c.User = "nobody-here";
});
