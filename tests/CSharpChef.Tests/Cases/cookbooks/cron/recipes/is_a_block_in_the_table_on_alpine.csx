// alpine
Cron("backup", c =>
{
    c.Schedule = "0 0 * * *";
    c.Command = "true";
    c.Environment["A"] = "b c";
});
