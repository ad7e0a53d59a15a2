using CSharpChef.Recipes.Steps;
using CSharpChef.Testing;

namespace CSharpChef.Tests.Testing;

public sealed class PathStepTests
{
    private readonly FakeNode node = FakeNode.Debian12().HasUser("app");

    [Fact]
    public void Touch_is_always_a_change()
    {
        Assert.Equal(["touch"], node.Does(new TouchStep("/f"), always: true));
        node.HasFile("/f", "text");
        Assert.Equal(["touch"], node.Does(new TouchStep("/f"), always: true));
        node.File("/f").ShouldBe("text");
        node.Fails(new TouchStep("/nowhere/f"));
    }

    [Fact]
    public void A_directory_is_created_once_and_then_changed_to_the_permissions_of_the_step()
    {
        Assert.Equal(["create directory"], node.Does(new DirectoryStep("/srv/a") { Owner = "app" }));
        Assert.Equal(
            ["set mode 0700 (was 0755)"], node.Does(new DirectoryStep("/srv/a") { Mode = Permissions.Parse("0700") }));
        node.Directory("/srv/a").ShouldHaveMode("0700").ShouldBeOwnedBy("app", "root");
        node.HasLink("/srv/l", "a");
        Assert.Equal(["set group app (was root)"], node.Does(new DirectoryStep("/srv/l") { Group = "app" }));
    }

    [Fact]
    public void Missing_parent_folders_are_created_when_Recursive_is_true()
    {
        node.Fails(new DirectoryStep("/srv/a/b/c"));
        Assert.Equal(
            ["create directory"],
            node.Does(
                new DirectoryStep("/srv/a/b/c") { Recursive = true, Mode = Permissions.Parse("0700"), Owner = "app" }));
        node.Directory("/srv/a/b").ShouldHaveMode("0755").ShouldBeOwnedBy("root", "root");
        node.Directory("/srv/a/b/c").ShouldHaveMode("0700").ShouldBeOwnedBy("app");
    }

    [Fact]
    public void A_directory_step_fails_when_something_else_is_at_the_path()
    {
        node.HasFile("/f", "").HasLink("/broken", "/nowhere");
        node.Fails(new DirectoryStep("/f"));
        node.Fails(new DirectoryStep("/broken"));
        node.Fails(new DirectoryStep("/f/a/b") { Recursive = true });
    }

    [Fact]
    public void A_link_is_created_and_replaces_another_link()
    {
        node.HasFile("/file", "");
        Assert.Equal(["link to a"], node.Does(new LinkStep("/l", "a")));
        Assert.Equal(["replace link (was a)"], node.Does(new LinkStep("/l", "/b")));
        Assert.Equal(["link to /b"], node.Does(new LinkStep("/file", "/b")));
        node.Link("/l").ShouldPointTo("/b");
        node.Fails(new LinkStep("/etc", "/b"));
        node.Fails(new LinkStep("/nowhere/l", "/b"));
    }

    [Fact]
    public void A_hard_link_shares_the_inode_of_its_target()
    {
        node.HasFile("/a", "text");
        Assert.Equal(["link to /a"], node.Does(new LinkStep("/b", "/a", Hard: true)));
        Assert.Equal(["set mode 0600 (was 0644)"], node.Does(new FileStep("/a") { Mode = Permissions.Parse("0600") }));
        node.File("/b").ShouldBe("text").ShouldHaveMode("0600");
        node.Fails(new LinkStep("/c", "/nowhere", Hard: true));
        node.Fails(new LinkStep("/c", "/etc", Hard: true));
    }

    [Fact]
    public void Files_links_and_directories_are_removed()
    {
        node.HasFile("/f", "").HasDirectory("/d/inner").HasLink("/l", "/d");
        Assert.Equal(["remove"], node.Does(new AbsentStep("/f", PathKind.File)));
        Assert.Contains("Recursive", node.Fails(new AbsentStep("/d", PathKind.Directory)));
        Assert.Equal(["remove"], node.Does(new AbsentStep("/l", PathKind.Link)));
        Assert.Equal(["remove"], node.Does(new AbsentStep("/d", PathKind.Directory, Recursive: true)));
        Assert.Empty(node.Does(new AbsentStep("/d/inner", PathKind.Directory)));
        node.Directory("/d/inner").ShouldNotExist();
    }

    [Fact]
    public void Something_of_another_kind_is_not_removed()
    {
        node.HasFile("/f", "").HasDirectory("/d").HasLink("/l", "/d");
        Assert.Equal("/d is a directory, not a file", node.Fails(new AbsentStep("/d", PathKind.File)));
        Assert.Equal(
            "/l is a link, not a directory", node.Fails(new AbsentStep("/l", PathKind.Directory, Recursive: true)));
        Assert.Equal("/f is a file, not a link", node.Fails(new AbsentStep("/f", PathKind.Link)));
        node.Directory("/d").ShouldExist();
    }

    [Fact]
    public void Editing_a_line_keeps_the_permissions_of_the_file()
    {
        node.HasFile("/etc/ssh/sshd_config", "#Port 22\n", "0600", "app", "app");
        var step = new LineStep("/etc/ssh/sshd_config", "Port 2222") { Match = "^#?Port[[:space:]]" };
        Assert.Equal(["replace line"], node.Does(step));
        node.File("/etc/ssh/sshd_config").ShouldBe("Port 2222\n").ShouldHaveMode("0600").ShouldBeOwnedBy("app", "app");
        Assert.Equal(["remove line"], node.Does(step with { Present = false }));
    }

    [Fact]
    public void Adding_a_line_creates_a_missing_file_and_removing_one_does_not()
    {
        Assert.Empty(node.Does(new LineStep("/nowhere/f", "x") { Present = false }));
        Assert.Equal(["add line"], node.Does(new LineStep("/etc/f", "x")));
        node.File("/etc/f").ShouldBe("x\n").ShouldHaveMode("0644");
        node.Fails(new LineStep("/nowhere/f", "x"));
        node.Fails(new LineStep("/etc", "x"));
        Assert.Equal(["write block"], node.Does(new LineStep("/etc/f", "y") { Block = "b" }));
        Assert.Equal(["remove block"], node.Does(new LineStep("/etc/f", "") { Block = "b", Present = false }));
    }

    [Fact]
    public void A_cron_step_writes_the_file_of_the_entry()
    {
        var step = new CronStep("backup")
        {
            Schedule = "15 3 * * *",
            Command = "date +%F",
            User = "app",
            Environment = new Dictionary<string, string> { ["MAILTO"] = "ops@example.com" },
        };
        Assert.Equal(
            "user zoe does not exist: declare User(\"zoe\") before", node.Fails(step with { User = "zoe" }));
        Assert.Equal(["create file"], node.Does(step));
        node.File("/etc/cron.d/backup")
            .ShouldBe("# csharpchef: backup\nMAILTO=ops@example.com\n15 3 * * * app date +\\%F\n")
            .ShouldHaveMode("0644");
        Assert.Equal(["write content"], node.Does(step with { Schedule = "@daily" }));
        Assert.Equal(["remove"], node.Does(new CronStep("backup") { Present = false }));
        node.File("/etc/cron.d/backup").ShouldNotExist();
        var alpine = FakeNode.Alpine320().HasUser("app");
        Assert.Equal(["write block"], alpine.Does(step));
        alpine.File("/etc/crontabs/app").ShouldContain("# BEGIN csharpchef: backup\n15 3 * * * ");
    }
}
