User("eve");
Cron("backup", c =>
{
    c.Schedule = "@daily";
    c.Command = "true";
    c.User = "eve";
});
