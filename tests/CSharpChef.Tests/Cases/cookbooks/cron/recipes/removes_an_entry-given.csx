Cron("backup", c =>
{
    c.Schedule = "0 0 * * *";
    c.Command = "true";
});
