// What a run must have done exactly once, however often it was cut short: each counter gets the number of the round.
int round = Node["chaos.round"];

var told = Execute($"echo {round} >> /srv/chaos/told", e =>
{
    e.Name = "told";
    e.OnlyWhenNotified();
});

Directory("/srv/chaos");

File("/srv/chaos/round", f =>
{
    f.Content = $"{round}\n";
    f.Notifies(told.Run);
});

Count("first");

Include("web-node");

Count("middle");

// By its hash, and on a small disk of its own.
File("/srv/chaos/small/content", f => f.Content = $"{round}\n" + new string('c', 300_000));

File("/etc/web-node/round.conf", f => f.Content = $"round = {round}\n");

Count("last");

void Count(string name) => Execute($"echo {round} >> /srv/chaos/{name}", e =>
{
    e.Name = name;
    e.NotIf($"grep -qx {round} /srv/chaos/{name}");
});
