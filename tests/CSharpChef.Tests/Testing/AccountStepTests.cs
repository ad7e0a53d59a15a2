using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Results;
using CSharpChef.Recipes.Steps;
using CSharpChef.Testing;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Testing;

public sealed class AccountStepTests
{
    private readonly FakeNode node = FakeNode.Debian12();

    [Fact]
    public void A_new_user_gets_a_group_of_its_own_and_the_defaults_of_the_platform()
    {
        Assert.Equal(["create user"], node.Does(new UserStep("app") { Groups = ["sudo"] }));
        Assert.Equal(
            ("/home/app", "/bin/sh", 1000, true),
            (node.User("app").Home, node.User("app").Shell, node.User("app").Uid, node.User("app").Locked));
        node.User("app").ShouldBeInGroup("app").ShouldBeInGroup("sudo");
        node.Group("app").ShouldExist().ShouldNotHaveMember("app");
        node.Directory("/home/app").ShouldNotExist();
    }

    [Fact]
    public void A_new_account_gets_the_number_above_the_highest_of_people_as_useradd_gives_it()
    {
        node.HasUser("ann", uid: 4300).Does(new UserStep("app"));
        node.Does(new GroupStep("ops"));
        node.Does(new UserStep("daemon1") { System = true });
        Assert.Equal(
            (4301, 4302, 999), (node.User("app").Uid, node.Group("ops").Gid, node.User("daemon1").Uid));
    }

    [Fact]
    public void A_new_account_gets_the_first_free_number_as_busybox_gives_it()
    {
        var alpine = FakeNode.Alpine320().HasUser("ann", uid: 4300);
        alpine.Does(new UserStep("app"));
        alpine.Does(new UserStep("daemon1") { System = true });
        Assert.Equal((1000, 100), (alpine.User("app").Uid, alpine.User("daemon1").Uid));
    }

    [Fact]
    public void A_new_user_stays_listed_as_a_change_when_there_is_no_password_to_unlock()
    {
        var step = new UserStep("app") { Locked = false };
        var result = Assert.Single(node.Execute(PlanOf.Steps(step), ConvergeMode.Converge));
        Assert.Equal(ResultStatus.Failed, result.Status);
        Assert.Equal(["create user"], result.Changes);
    }

    [Fact]
    public void A_new_user_gets_the_properties_of_the_step()
    {
        node.Does(new UserStep("app")
        {
            Uid = 5000,
            Group = "users",
            Shell = "/bin/bash",
            Home = "/srv/app",
            ManageHome = true,
            PasswordHash = "$6$x",
            System = true
        });
        Assert.Equal((5000, "users", "/bin/bash", "$6$x", false), (
            node.User("app").Uid,
            node.User("app").Group,
            node.User("app").Shell,
            node.User("app").PasswordHash,
            node.User("app").Locked));
        node.Directory("/srv/app").ShouldBeOwnedBy("app", "users");
        node.Group("app").ShouldNotExist();
    }

    [Fact]
    public void Each_property_of_a_user_that_differs_is_one_change()
    {
        node.HasUser("app", 1000, groups: ["docker"]);
        var step = new UserStep("app")
        {
            Uid = 1001,
            Group = "users",
            Home = "/srv/app",
            Shell = "/bin/bash",
            Comment = "The App",
            PasswordHash = "$6$x",
            Groups = ["users", "sudo"],
            AppendGroups = false,
        };
        Assert.Equal(
            [
                "set uid 1001 (was 1000)", "set comment The App (was \"\")", "set home /srv/app (was /home/app)",
                "set shell /bin/bash (was /bin/sh)", "set group users (was app)", "add to group users", "add to group sudo",
                "remove from group docker", "set password",
            ],
            node.Does(step));
    }

    [Fact]
    public void A_user_stays_in_other_groups_unless_AppendGroups_is_false()
    {
        node.HasUser("app", groups: ["docker"]);
        Assert.Equal(["add to group sudo"], node.Does(new UserStep("app") { Groups = ["sudo"] }));
        node.User("app").ShouldBeInGroup("docker");
    }

    [Fact]
    public void A_password_is_locked_and_unlocked()
    {
        node.Does(new UserStep("app") { PasswordHash = "$6$x" });
        Assert.Equal(["lock"], node.Does(new UserStep("app") { Locked = true }));
        Assert.Empty(node.Does(new UserStep("app") { PasswordHash = "$6$x" }));
        Assert.Equal(["set password"], node.Does(new UserStep("app") { PasswordHash = "$6$y", Locked = true }));
        Assert.Equal("!$6$y", node.User("app").PasswordHash);
        Assert.Equal(["unlock"], node.Does(new UserStep("app") { Locked = false }));
        Assert.Equal("$6$y", node.User("app").PasswordHash);
        Assert.Equal(["set password"], node.Does(new UserStep("app") { PasswordHash = "!" }));
        Assert.Contains("no password", node.Fails(new UserStep("app") { Locked = false }));
        Assert.Contains("no password", node.Fails(new UserStep("new") { Locked = false }));
    }

    [Theory]
    [InlineData("$6$x", null)]
    [InlineData("$6$x", true)]
    public void A_locked_password_keeps_its_marks(string hash, bool? locked)
    {
        node.Does(new UserStep("app") { PasswordHash = "!!$6$x" });
        Assert.Empty(node.Does(new UserStep("app") { PasswordHash = hash, Locked = locked }));
        Assert.Equal(["set password"], node.Does(new UserStep("app") { PasswordHash = "$6$y", Locked = locked }));
        Assert.Equal("!!$6$y", node.User("app").PasswordHash);
    }

    [Fact]
    public void Marks_of_a_lock_without_a_hash_are_not_a_locked_password()
    {
        node.Does(new UserStep("app") { PasswordHash = "!!" });
        Assert.Contains("no password", node.Fails(new UserStep("app") { Locked = false }));
        Assert.Equal(["set password"], node.Does(new UserStep("app") { PasswordHash = "$6$x" }));
        Assert.Equal("$6$x", node.User("app").PasswordHash);
    }

    [Fact]
    public void An_empty_text_is_set_and_an_absent_one_is_not_changed()
    {
        node.HasUser("app", shell: "/bin/bash");
        node.Does(new UserStep("app") { Comment = "The App" });
        Assert.Equal(
            ["set comment \"\" (was The App)", "set shell \"\" (was /bin/bash)"],
            node.Does(new UserStep("app") { Comment = "", Shell = "" }));
        Assert.Empty(node.Does(new UserStep("app") { Comment = "", Shell = "" }));
    }

    [Fact]
    public void A_user_step_fails_when_a_group_is_missing_or_its_number_is_in_use()
    {
        Assert.Equal("group ghosts does not exist", node.Fails(new UserStep("app") { Group = "ghosts" }));
        Assert.Equal("user root has number 0 already", node.Fails(new UserStep("app") { Uid = 0 }));
        Assert.Equal("group ghosts does not exist", node.Fails(new UserStep("app") { Groups = ["users", "ghosts"] }));
        node.User("app").ShouldNotExist();
    }

    [Fact]
    public void A_new_home_directory_has_the_files_of_the_skeleton()
    {
        node.Does(new UserStep("app") { ManageHome = true });
        node.File("/home/app/.profile").ShouldHaveMode("0644").ShouldBeOwnedBy("app", "app");

        node.HasDirectory("/home/other");
        node.Does(new UserStep("other") { ManageHome = true });
        node.File("/home/other/.profile").ShouldNotExist();
    }

    [Fact]
    public void Removing_a_user_removes_its_group_and_home_directory()
    {
        node.Does(new UserStep("app") { ManageHome = true, Groups = ["sudo"] });
        node.HasFile("/home/app/f", "", owner: "app").HasFile("/srv/f", "", owner: "app");
        Assert.Equal(["remove user"], node.Does(new UserAbsentStep("app", RemoveHome: true)));
        node.Group("app").ShouldNotExist();
        node.Group("sudo").ShouldNotHaveMember("app");
        node.Directory("/home/app").ShouldNotExist();
        node.File("/srv/f").ShouldBeOwnedBy("1000");
    }

    [Fact]
    public void A_group_is_created_once_and_then_changed_to_the_properties_of_the_step()
    {
        node.HasUser("a").HasUser("b");
        Assert.Equal(["create group"], node.Does(new GroupStep("team") { Gid = 4000, Members = ["a"] }));
        Assert.Equal(["add member b"], node.Does(new GroupStep("team") { Members = ["b"] }));
        Assert.Equal(["remove member a"], node.Does(new GroupStep("team") { Members = ["b"], AppendMembers = false }));
        Assert.Equal(["set gid 4001 (was 4000)"], node.Does(new GroupStep("team") { Gid = 4001 }));
        Assert.Equal(["remove group"], node.Does(new GroupAbsentStep("team")));
    }

    [Fact]
    public void A_group_step_fails_when_a_member_is_missing_or_its_number_is_in_use()
    {
        node.HasUser("app");
        Assert.Contains("user ghost", node.Fails(new GroupStep("team") { Members = ["ghost"] }));
        Assert.Equal("group root has number 0 already", node.Fails(new GroupStep("team") { Gid = 0 }));
        Assert.Contains("primary group of user app", node.Fails(new GroupAbsentStep("app")));
        var planned = Assert.Single(node.Execute(PlanOf.Steps(new GroupAbsentStep("app")), ConvergeMode.Plan));
        Assert.Equal((ResultStatus.Failed, 0), (planned.Status, planned.Changes.Count));
    }
}
