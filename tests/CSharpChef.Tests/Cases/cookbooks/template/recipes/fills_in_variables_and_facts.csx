Template("/srv/case/app.conf", t =>
{
    t.Variables = new { Port = 8080, Hosts = new[] { "a", "b" } };
    t.Mode = "0640";
});
