using CSharpChef.Recipes;

namespace CSharpChef.Tests.HouseRules;

/// <summary>One of each step, with all it can say.</summary>
internal static class AnyStep
{
    /// <summary>The whole closed set.</summary>
    public static IReadOnlyList<Type> Kinds { get; } =
        [.. typeof(Step).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Step)))
            .OrderBy(type => type.Name, StringComparer.Ordinal)];

    public static IReadOnlyList<Step> All { get; } =
    [
        .. Paths(), .. Accounts(),
        new CommandStep("make", "make 'it'")
        {
            Cwd = "/tmp", Umask = "027", Creates = "/made it", Returns = [0, 3], Input = "in $put\n",
            Environment = new Dictionary<string, string> { ["A"] = "b c", ["EMPTY"] = "" },
        },
        new CommandStep("script", "#!/bin/bash\necho \"$0\"\n") { Interpreter = "bash" },
        new CronStep("nightly") { Schedule =
            "15 3 * * *", Command = "backup %d", Environment = new Dictionary<string, string> { ["MAILTO"] = "a b" } },
        new CronStep("gone") { Present = false },
        new LogStep("it's \"here\"\n`now` $HOME", LogLevel.Warning),
        .. Enum.GetValues<PackageState>().Select(state => new PackageStep($"p-{state}".ToLowerInvariant(), state)),
        new PackageStep("versioned") { Version = "1.2.*", Options = ["--no-install-recommends"] },
        .. Enum.GetValues<ServiceState>().Select(state => new ServiceStep("nginx", state)),
    ];

    private static IEnumerable<Step> Paths() =>
    [
        new AbsentStep("/old file", PathKind.File), new AbsentStep(
            "/old-folder", PathKind.Directory, Recursive: true), new AbsentStep("/old-link", PathKind.Link),
        new DirectoryStep("/srv/it's") { Mode =
            Permissions.Parse("0750"), Owner = "www-data", Group = "33", Recursive = true },
        new FileStep("/etc/it's [here]")
        {
            Content = FileContent.FromText("it's $HOME `x` \\ \"q\"\nno end"), Mode =
                Permissions.Parse("4755"), Owner = "www-data", Group = "adm",
            Verify = "nginx -t -c {path}", Backup = 2, FollowLinks = false,
        },
        new FileStep("/etc/large") { Content = FileContent.FromText(new string('x', 20_000)) },
        new FileStep("/etc/once") { Content = FileContent.FromBytes([0, 1, 2]), CreateOnly = true },
        new FileStep("/etc/line\nbreak"),
        new LineStep("/etc/hosts", "10.0.0.1 it's me") { Match = "^10[.]0" },
        new LineStep("/etc/hosts", "a\nb") { Block = "mine" },
        new LineStep("/etc/hosts", "gone") { Present = false },
        new LinkStep("/current", "releases/4 2"), new LinkStep("/hard", "/etc/hosts", Hard: true),
        new TouchStep("/touched"),
    ];

    private static IEnumerable<Step> Accounts() =>
    [
        new GroupAbsentStep("old"),
        new GroupStep("ops") { Gid = 500, Members = ["ann", "bob"], AppendMembers = false, System = true },
        new GroupStep("some") { Members = ["ann"] },
        new UserAbsentStep("old", RemoveHome: true),
        new UserStep("ann")
        {
            Uid = 500, Group = "ops", Groups = ["adm", "ssl-cert"], AppendGroups =
                false, Home = "/home/it's", Shell = "/bin/sh", Comment = "Ann * O'Neil",
            PasswordHash = "$6$a$b", System = true, ManageHome = true, Locked = true,
        },
        new UserStep("bob") { Groups = ["adm"], Locked = false, Comment = "[b]*" },
        new UserStep("eve") { PasswordHash = "$6$it's$x" },
    ];
}
