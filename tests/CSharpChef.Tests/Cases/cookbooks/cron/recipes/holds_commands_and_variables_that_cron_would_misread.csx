Cron("nightly backup.sh", c =>
{
    c.Schedule = "@daily";
    c.Command = @"printf '\\ \% %s' ""$A$B""";
    c.Environment["A"] = " edges ";
    c.Environment["B"] = "";
});
