using CSharpChef.Converge;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Disk;
using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Results;
using CSharpChef.Converge.Targets;
using CSharpChef.FleetTests.Machines;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.FleetTests.Converge.Render;

/// <summary>
/// Users and groups with the adduser, addgroup, deluser, delgroup and chpasswd of busybox, which Alpine has. The
/// busybox of Debian has none of them: CSHARPCHEF_BUSYBOX names another one.
/// </summary>
public sealed class BusyboxAccountTests : IAsyncLifetime
{
    private const string Hash =
        "$6$salt$qFmFH.bQmmtXzyBY0s9v7Oicd2z4XSIecDlB5KiA2/jctKu9YterLp8wwnSq.qc.eoxqOmSuNp2xS0ktL3nh/";

    private readonly CancellationToken ct = TestContext.Current.CancellationToken;
    private readonly CookbookFolder cookbooks = new();
    private BusyboxRoot root = null!;

    public async ValueTask InitializeAsync()
    {
        root = await BusyboxRoot.CreateAsync(ct);
        Assert.SkipUnless(root.HasApplet("adduser"), "this busybox has no adduser: CSHARPCHEF_BUSYBOX names another one");
    }

    public ValueTask DisposeAsync()
    {
        root.Dispose();
        cookbooks.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_system_user_gets_a_group_of_its_own_and_a_home_below_a_folder_that_was_missing()
    {
        await ChangesOnceAsync(
            "User(\"app\", u => { u.System = true; u.Home = \"/srv/deep/app\"; u.ManageHome = true; u.Shell = \"/bin/sh\"; u.Comment = \"\"; });",
            "create user");

        var (user, group) = (Row("passwd", "app"), Row("group", "app"));
        Assert.Equal(["", "/srv/deep/app", "/bin/sh"], user[4..]);
        Assert.Equal((user[3], ""), (group[2], group[3]));
        Assert.InRange(int.Parse(user[2]), 100, 999);
        Assert.True(Directory.Exists(Path.Combine(root.Folder, "srv/deep/app")));
    }

    [Fact]
    public async Task A_user_whose_number_another_group_has_gets_a_group_with_another_number()
    {
        await ChangesOnceAsync(
            "Group(\"other\", g => g.Gid = 4242); User(\"app\", u => u.Uid = 4242); User(\"plain\", u => u.Uid = 4300);",
            "create group", "create user", "create user");

        Assert.Equal("4242", Row("passwd", "app")[2]);
        Assert.NotEqual("4242", Row("group", "app")[2]);
        Assert.Equal(Row("group", "app")[2], Row("passwd", "app")[3]);
        Assert.Equal(("4300", "4300"), (Row("passwd", "plain")[3], Row("group", "plain")[2]));
    }

    [Fact]
    public async Task The_members_of_a_group_are_those_who_have_it_beside_their_primary_group()
    {
        await ChangesOnceAsync(
            """
            Group("web", g => { g.Members = []; g.AppendMembers = false; });
            Group("ops");
            User("app", u => { u.Group = "web"; u.Groups = ["ops"]; });
            User("mail-app", u => u.Group = "12");
            """,
            "create group", "create group", "create user", "create user");

        Assert.Equal(("", "app", "mail"), (Row("group", "web")[3], Row("group", "ops")[3], Row("group", "mail")[3]));
        Assert.Equal("12", Row("passwd", "mail-app")[3]);
    }

    [Fact]
    public async Task Properties_groups_and_the_password_of_a_user_are_changed_once()
    {
        await RunAsync("Group(\"old\"); Group(\"new\"); User(\"app\", u => u.Groups = [\"old\"]);");

        await ChangesOnceAsync(
            $$"""
            User("app", u =>
            {
                u.Uid = 4300; u.Comment = "An App"; u.Home = "/srv/app"; u.Shell = "/bin/ash"; u.Group = "new";
                u.Groups = ["new", "adm"]; u.AppendGroups = false; u.PasswordHash = "{{Hash}}";
            });
            """,
            "set uid 4300 (was 1002)", "set comment An App (was Linux User,,,)", "set home /srv/app (was /home/app)",
            "set shell /bin/ash (was /bin/sh)", "set group new (was app)", "add to group adm", "remove from group old", "set password");

        Assert.Equal(Hash, Row("shadow", "app")[1]);
        await ChangesOnceAsync("User(\"app\", u => u.Locked = true);", "lock");
        Assert.Equal($"!{Hash}", Row("shadow", "app")[1]);
    }

    [Fact]
    public async Task Users_and_groups_are_removed_once_also_when_others_have_the_group_of_the_users_name()
    {
        await RunAsync("User(\"app\"); User(\"second\", u => u.Group = \"app\"); Group(\"ops\", g => g.Members = [\"second\"]);");

        var refused = await ConvergeAsync("Group(\"app\", g => g.Do(g.Remove));");
        Assert.Contains("group app is the primary group of user ", refused.Resources[0].Message, StringComparison.Ordinal);
        await ChangesOnceAsync("User(\"app\", u => u.Do(u.Remove));", "remove user");
        await ChangesOnceAsync("User(\"second\", u => u.Do(u.Remove)); Group(\"ops\", g => g.Do(g.Remove));", "remove user", "remove group");

        Assert.DoesNotContain("second", File.ReadAllText(Path.Combine(root.Folder, "etc/group")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_that_another_user_has_is_refused_and_leaves_no_group()
    {
        var report = await ConvergeAsync("User(\"app\", u => u.Uid = 65534);");

        Assert.Equal("user nobody has number 65534 already", report.Resources[0].Message);
        Assert.DoesNotContain("app", File.ReadAllText(Path.Combine(root.Folder, "etc/group")), StringComparison.Ordinal);
    }

    private string[] Row(string file, string name) =>
        File.ReadLines(Path.Combine(root.Folder, "etc", file)).Select(line => line.Split(':')).Single(row => row[0] == name);

    private async Task ChangesOnceAsync(string recipe, params string[] changes)
    {
        var first = await RunAsync(recipe);
        var second = await RunAsync(recipe);

        Assert.Equal(changes, first.Resources.SelectMany(resource => resource.Actions));
        Assert.All(second.Resources, resource => Assert.Equal(ResultStatus.Unchanged, resource.Status));
    }

    private async Task<HostReport> RunAsync(string recipe)
    {
        var report = await ConvergeAsync(recipe);
        var messages = string.Join('\n', report.Resources.Select(resource => resource.Message));
        Assert.True(report.Status == HostStatus.Ok, $"{Case.Text(report)}{messages}");
        return report;
    }

    private async Task<HostReport> ConvergeAsync(string recipe)
    {
        var name = $"r{Guid.NewGuid():n}";
        cookbooks.With($"t/recipes/{name}.csx", recipe);
        await using var link = new BusyboxSession(root, ConvergeMode.Converge);
        var request = new RunRequest([RunListItem.Parse($"t::{name}")], cookbooks.Recipes(DiskCache.Default()));
        return await new ChefRun(request, new Target("busybox"), link).RunAsync(ct);
    }
}
