namespace CSharpChef.FleetTests.Stacks.Fleet;

/// <summary>The cookbooks of the tests: <c>site</c> serves a page that shows attributes.</summary>
internal static class SiteCookbooks
{
    /// <summary>The recipes of a layer's lifecycle events in the form of the API.</summary>
    public const string Events = """{"Setup":["site"],"Shutdown":["site::shutdown"]}""";

    /// <summary>The files of the cookbooks by their paths.</summary>
    public static IReadOnlyDictionary<string, string> Files { get; } = new Dictionary<string, string>
    {
        ["site/recipes/default.csx"] = """
            Include("site::page");
            Include("welcome");
            Service("nginx");
            """,
        ["site/recipes/page.csx"] = """
            File("/var/www/html/index.html", f => f.Content = $"{Node["greeting"]} from {Node.Hostname}\n");
            """,
        ["welcome/recipes/default.csx"] = """
            File("/etc/motd", f => f.Content = "Welcome\n");
            """,
        ["mistake/recipes/default.csx"] = """
            File("/etc/motd", f => f.Contents = "hello\n");
            """,
        ["held/recipes/default.csx"] = """
            Execute("echo begun >>/root/held");
            Execute("until test -e /root/release; do sleep 0.1; done; rm /root/release; echo ended >>/root/held");
            """,
        ["held/recipes/parts.csx"] = """
            Include("held");
            await Converge();
            Execute("echo second part >>/root/held");
            """,
        ["cluster/recipes/database.csx"] = """
            Publish("port", $"543{Node.Self.Hostname[^1]}");
            File("/root/password", f => f.Content = $"{Secret("DB_PASSWORD")}\n");
            """,
        ["cluster/recipes/databases.csx"] = """
            var lines = Node.Layer("db").Instances.Select(db => $"{db.Hostname} {db.PrivateIp} {db.Published["port"]}\n");
            File("/root/databases", f => f.Content = string.Concat(lines));
            """,
        ["cluster/recipes/deploy.csx"] = """
            foreach (var app in Search("aws_opsworks_app", "deploy:true"))
            {
                File($"/root/{app.Name}", f => f.Content = $"{app["environment.MODE"]} {Node.IsLeader}\n");
            }
            """,
        ["cluster/recipes/front.csx"] = """
            Execute("echo the front is broken >&2; exit 3");
            """,
        ["cluster/recipes/mark.csx"] = """
            File("/root/mark", f => f.Content = $"{Node.Command.Type}\n");
            """,
        ["held/recipes/three.csx"] = """
            Include("held");
            Execute("echo third >>/root/held");
            """,
        ["cluster/recipes/undeploy.csx"] = """
            foreach (var app in Node.Apps.Where(app => app.IsDeployed)) { File($"/root/{app.Name}", f => f.Do(f.Delete)); }
            """,
        ["site/recipes/shutdown.csx"] = """
            Execute("echo stopped >>/root/shutdowns");
            """,
    };
}
