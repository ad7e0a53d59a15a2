using System.Text;
using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Results;
using CSharpChef.Recipes.Steps;
using CSharpChef.Testing;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Testing;

public sealed class FileStepTests
{
    private readonly FakeNode node = FakeNode.Debian12().HasUser("app", 1000);

    [Fact]
    public void A_new_file_gets_mode_0644_and_belongs_to_root()
    {
        Assert.Equal(["create file"], node.Does(Text("/etc/app.conf", "x\n")));
        node.File("/etc/app.conf").ShouldBe("x\n").ShouldHaveMode("0644").ShouldBeOwnedBy("root", "root");
    }

    [Fact]
    public void A_new_file_gets_the_properties_of_the_step()
    {
        Assert.Equal(
            ["create file"],
            node.Does(
                new FileStep("/etc/app.conf") { Mode = Permissions.Parse("0640"), Owner = "app", Group = "app" }));
        node.File("/etc/app.conf").ShouldBe("").ShouldHaveMode("0640").ShouldBeOwnedBy("app", "app");
    }

    [Fact]
    public void Each_property_of_a_file_that_differs_is_one_change()
    {
        node.HasFile("/etc/motd", "old");
        var step = Text("/etc/motd", "new") with { Mode = Permissions.Parse("0640"), Owner = "app", Group = "1000" };
        Assert.Equal(
            [
                "write content",
                "set owner app (was root)",
                "set group 1000 (was root)",
                "set mode 0640 (was 0644)"
            ], node.Does(step));
        node.File("/etc/motd").ShouldBe("new").ShouldHaveMode("0640").ShouldBeOwnedBy("app", "app");
    }

    [Fact]
    public void All_hard_links_of_a_file_get_its_new_content()
    {
        node.HasFile("/f", "old");
        node.Does(new LinkStep("/g", "/f", Hard: true));
        Assert.Equal(["write content"], node.Does(Text("/g", "new\n")));
        Assert.Equal(["add line"], node.Does(new LineStep("/f", "line")));
        node.File("/f").ShouldBe("new\nline\n");
        node.File("/g").ShouldBe("new\nline\n");
        Assert.Empty(node.Does(new LinkStep("/g", "/f", Hard: true)));
    }

    [Fact]
    public void A_property_that_the_step_does_not_set_stays()
    {
        node.HasFile("/f", "old", "0600", "app", "app");
        Assert.Equal(["write content"], node.Does(Text("/f", "new")));
        Assert.Equal(["set mode 0644 (was 0600)"], node.Does(new FileStep("/f") { Mode = Permissions.Parse("0644") }));
        node.File("/f").ShouldBe("new").ShouldBeOwnedBy("app", "app");
    }

    [Fact]
    public void The_number_and_the_name_of_a_user_are_the_same_owner() =>
        Assert.Empty(node.HasFile("/f", "", owner: "app").Does(new FileStep("/f") { Owner = "1000", Group = "0" }));

    [Fact]
    public void CreateOnly_does_not_change_an_existing_file_or_link()
    {
        node.HasDirectory("/d").HasLink("/broken", "/nowhere").HasFile("/f", "old");
        Assert.Empty(node.Does(Text("/d", "x") with { CreateOnly = true }));
        Assert.Empty(node.Does(Text("/broken", "x") with { CreateOnly = true }));
        Assert.Empty(node.Does(Text("/f", "x") with { CreateOnly = true, Owner = "app" }));
        Assert.Equal(["create file"], node.Does(Text("/new", "x") with { CreateOnly = true }));
    }

    [Fact]
    public void A_file_step_changes_the_target_of_a_link()
    {
        node.HasFile("/real", "old").HasLink("/link", "real");
        Assert.Equal(["write content"], node.Does(Text("/link", "new")));
        node.File("/real").ShouldBe("new");
        node.Link("/link").ShouldPointTo("real");
    }

    [Fact]
    public void A_file_or_line_at_a_link_that_leads_to_no_file_fails_and_names_both()
    {
        node.HasLink("/broken", "/new");
        const string Reason = "/broken is a link to /new, which does not exist or cannot be reached: create that file "
            + "before, or remove the link";
        Assert.Equal(Reason, node.Fails(Text("/broken", "new")));
        Assert.Equal(Reason, node.Fails(new LineStep("/broken", "new")));
        Assert.Empty(node.Does(new LineStep("/broken", "new") { Present = false }));
        node.File("/new").ShouldNotExist();
        Assert.Equal(["create file"], node.Does(Text("/broken", "new") with { FollowLinks = false }));
    }

    [Fact]
    public void What_is_made_in_a_folder_with_the_setgid_bit_has_its_group_and_a_directory_the_bit()
    {
        node.HasDirectory("/team");
        node.Does(new DirectoryStep("/team") { Mode = Permissions.Parse("2775"), Group = "app" });
        node.Does(new DirectoryStep("/team/new"));
        node.Does(Text("/team/new/f", "x"));
        node.Does(new DirectoryStep("/team/plain") { Mode = Permissions.Parse("0755") });
        node.Directory("/team/new").ShouldHaveMode("2755").ShouldBeOwnedBy("root", "app");
        node.File("/team/new/f").ShouldHaveMode("0644").ShouldBeOwnedBy("root", "app");
        node.Directory("/team/plain").ShouldHaveMode("0755").ShouldBeOwnedBy("root", "app");
    }

    [Fact]
    public void Verify_sees_the_new_file_by_its_own_name()
    {
        const string NewPlace = "test -s /etc/.csharpchef.new/app.service";
        Assert.Equal(["create file"], node.Does(Text("/etc/app.service", "x") with { Verify = NewPlace }));
        Assert.Equal(
            ["create file"], node.Does(Text("/etc/it's.service", "x") with { Verify = "test -s '{path}'" }));
        node.File("/etc/.csharpchef.new/app.service").ShouldNotExist();
    }

    [Fact]
    public void A_line_keeps_bytes_that_are_not_UTF_8()
    {
        node.Does(Bytes("/f", "a=é\n\0ÿ\n"));
        Assert.Equal(["replace line"], node.Does(new LineStep("/f", "a=ü") { Match = "^a=.$" }));
        Assert.Empty(node.Does(Bytes("/f", "a=Ã¼\n\0ÿ\n")));
    }

    [Fact]
    public void A_file_replaces_a_link_when_FollowLinks_is_false()
    {
        node.HasFile("/real", "old").HasLink("/link", "/real");
        Assert.Equal(["create file"], node.Does(Text("/link", "new") with { FollowLinks = false }));
        node.File("/real").ShouldBe("old");
        node.File("/link").ShouldBe("new");
        node.Link("/link").ShouldNotExist();
    }

    [Fact]
    public void A_path_through_a_linked_folder_is_found()
    {
        Assert.Equal(["create file"], node.Does(Text("/var/run/app.pid", "1")));
        node.File("/run/app.pid").ShouldBe("1");
    }

    [Fact]
    public void A_file_step_fails_at_a_directory_and_for_a_missing_folder_user_or_group()
    {
        node.HasLink("/a", "/b").HasLink("/b", "/a");
        Assert.Contains("the folder /nowhere does not exist", node.Fails(Text("/nowhere/f", "")));
        Assert.Contains("/etc/motd is not a directory, so nothing can be made below it", node.Fails(Text("/etc/motd/f", "")));
        Assert.Contains("is a directory", node.Fails(Text("/etc", "")));
        Assert.Contains("user ghost does not exist", node.Fails(Text("/f", "") with { Owner = "ghost" }));
        Assert.Contains("group ghosts does not exist", node.Fails(Text("/f", "") with { Group = "ghosts" }));
        node.Fails(Text("/a", ""));
        node.File("/f").ShouldNotExist();
    }

    [Fact]
    public void A_plan_assumes_that_earlier_steps_create_missing_folders_and_users()
    {
        var plan = PlanOf.Steps(
            new UserStep("new"),
            new DirectoryStep("/srv/app") { Owner = "new" },
            Text("/srv/app/f", "") with { Owner = "new" });
        var result = Assert.Single(node.Execute(plan, ConvergeMode.Plan));
        Assert.Equal(["create user", "create directory", "create file"], result.Changes);
    }

    [Fact]
    public void A_plan_refuses_what_a_run_would_refuse()
    {
        node.HasLink("/link", "/nowhere");
        foreach (var step in new Step[]
        {
            Text("/nowhere/f", ""), Text("/f", "") with { Owner = "ghost" }, Text("/link", ""), new LineStep("/link", "a"),
        })
        {
            var result = Assert.Single(node.Execute(PlanOf.Steps(step), ConvergeMode.Plan));
            Assert.Equal(ResultStatus.Failed, result.Status);
            Assert.Empty(result.Changes);
            Assert.Equal(node.Fails(step), result.Reason);
        }
    }

    [Fact]
    public void A_file_that_Verify_rejects_is_not_written()
    {
        node.HasFile("/f", "old").OnCommand("check {path}").Returns(1, "line 3\n");
        var result = Assert.Single(
            node.Execute(PlanOf.Steps(Text("/f", "new") with { Verify = "check {path}" }), ConvergeMode.Converge));
        Assert.Equal((ResultStatus.Failed, "line 3\n"), (result.Status, result.Output));
        Assert.Empty(result.Changes);
        node.File("/f").ShouldBe("old");
    }

    [Fact]
    public void Verify_does_not_run_when_the_content_is_unchanged()
    {
        Assert.Equal(["create file"], node.Does(Text("/f", "new") with { Verify = "test -s {path}" }));
        Assert.Empty(node.Does(Text("/f", "new") with { Verify = "unknown {path}" }));
        Assert.Contains("did not pass", node.Fails(Text("/f", "") with { Verify = "test -s {path}" }));
    }

    [Fact]
    public void The_old_text_is_kept_for_the_diff_unless_it_is_sensitive_binary_or_large()
    {
        node.HasFile("/f", "old").HasFile("/big", new string('x', 65537)).HasFile("/binary", "a\0b");
        var results = node.Plan(r =>
        {
            r.File("/f", f => f.Content = "new");
            r.File("/f", f => (f.Content, f.Sensitive) = ("new", true));
            r.File("/big", f => f.Content = "new");
            r.File("/binary", f => f.Content = "new");
        });
        Assert.Equal("old", results[0].OldText["/f"]);
        Assert.All(results.Skip(1), result => Assert.Empty(result.OldText));
    }

    private static FileStep Bytes(string path, string latin1) =>
        new(path) { Content = FileContent.FromBytes(Encoding.Latin1.GetBytes(latin1)) };

    private static FileStep Text(string path, string text) => new(path) { Content = FileContent.FromText(text) };
}
