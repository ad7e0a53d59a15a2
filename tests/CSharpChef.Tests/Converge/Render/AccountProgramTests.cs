using CSharpChef.Recipes;
using CSharpChef.TestSupport;

namespace CSharpChef.Tests.Converge.Render;

/// <summary>Users and groups in real shells, with tools that record their arguments.</summary>
public sealed class AccountProgramTests : IDisposable
{
    private const string NotFound = "getent() { return 2; }";

    private ResourceProgram program = new();

    public static TheoryData<string> Shells => [.. LocalShell.Tested];

    public void Dispose() => program.Dispose();

    [Theory, MemberData(nameof(Shells))]
    public void An_account_that_getent_does_not_find_is_created(string shell)
    {
        Use(NotFound, "groupadd");

        Assert.Equal(["did 1 create group", "changed 1"], program.Converge(shell, new GroupResource("no-such-group")));
        Assert.Equal("<groupadd> <--> <no-such-group>", Calls());
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_directory_service_that_does_not_answer_fails_the_action_with_its_words(string shell)
    {
        Use("getent() { echo 'the directory is down' >&2; return 3; }", "groupadd", "groupdel");

        Assert.Equal(
            ["why 1 getent group no-such-group ended with exit code 3: the directory is down", "failed 1"],
            program.Converge(shell, new GroupResource("no-such-group")));
        Assert.Equal(
            ["why 1 getent passwd no-such-user ended with exit code 3: the directory is down", "failed 1"],
            program.Converge(shell, new UserResource("no-such-user")));
        Assert.Equal("", Calls());
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_user_of_a_group_that_nothing_makes_is_refused_by_a_plan_and_by_a_run(string shell)
    {
        Use(NotFound, "useradd", "usermod");
        string[] refusal = ["why 1 group no-such-group does not exist", "failed 1"];
        var known = new UserResource("root") { Groups = ["no-such-group"], AppendGroups = true };
        var unknown = new UserResource("no-such-user") { Groups = ["no-such-group"] };

        Assert.Equal(refusal, program.Plan(shell, known));
        Assert.Equal(refusal, program.Converge(shell, known));
        Assert.Equal(refusal, program.Plan(shell, unknown));
        Assert.Equal(refusal, program.Converge(shell, unknown));
        Assert.Equal("", Calls());
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_plan_assumes_that_a_group_before_a_user_is_made(string shell)
    {
        Use(NotFound);
        var user = new UserResource("no-such-user") { Groups = ["no-such-group"] };

        Assert.Equal(
            ["did 1 create group", "changed 1", "did 2 create user", "changed 2"],
            program.Plan(shell, new GroupResource("no-such-group"), user));
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_name_of_digits_is_not_looked_up_as_a_number(string shell)
    {
        Use("getent() { echo 'root:x:0:'; }", "groupadd");

        Assert.Equal(["did 1 create group", "changed 1"], program.Converge(shell, new GroupResource("4242424")));
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_new_user_joins_the_group_of_its_name_when_there_is_one(string shell)
    {
        Use("getent() { [ $1 = group ] && echo no-such-user:x:4242: || return 2; }", "useradd");

        Assert.Equal(["did 1 create user", "changed 1"], program.Converge(shell, new UserResource("no-such-user")));
        Assert.Equal("<useradd> <-M> <-g> <no-such-user> <--> <no-such-user>", Calls());
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_new_user_with_a_wanted_group_does_not_join_the_group_of_its_name(string shell)
    {
        Use("getent() { [ $1 = group ] && echo \"$2:x:4242:\" || return 2; }", "useradd");

        Assert.Equal(
            ["did 1 create user", "changed 1"],
            program.Converge(shell, new UserResource("no-such-user") { Group = "adm" }));
        Assert.Equal("<useradd> <-M> <-g> <adm> <--> <no-such-user>", Calls());
    }

    [Theory, MemberData(nameof(Shells))]
    public void Empty_texts_of_a_new_user_are_set_and_absent_ones_are_left_to_the_system(string shell)
    {
        Use(NotFound, "useradd");

        program.Converge(shell, new UserResource("no-such-user") { Comment = "", Shell = "" });

        Assert.Equal("<useradd> <-M> <-s> <> <-c> <> <--> <no-such-user>", Calls());
    }

    [Theory, MemberData(nameof(Shells))]
    public void Empty_texts_of_a_user_are_removed_and_absent_ones_stay(string shell)
    {
        Use("getent() { echo 'no-such-user:x:42:42:Old Name:/home/no:/bin/sh'; }", "usermod");

        Assert.Equal(
            ["did 1 set comment \"\" (was Old Name)", "changed 1"],
            program.Converge(shell, new UserResource("no-such-user") { Comment = "" }));
        Assert.Equal("<usermod> <-c> <> <--> <no-such-user>", Calls());
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_change_of_a_home_says_that_its_files_stay(string shell)
    {
        Use("getent() { echo 'no-such-user:x:42:42::/home/no:/bin/sh'; }", "usermod");

        Assert.Equal(
            ["why 1 the files in /home/no are not moved", "did 1 set home /srv/no (was /home/no)", "changed 1"],
            program.Plan(shell, new UserResource("no-such-user") { Home = "/srv/no" }));
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_tool_that_fails_fails_the_action_with_its_words(string shell)
    {
        Use(
            "getent() { echo 'no-such-user:x:42:42::/home/no:/bin/sh'; }\n"
            + "usermod() { echo 'usermod: user no-such-user is currently used by process 7' >&2; return 8; }");

        Assert.Contains(
            "why 1 usermod: user no-such-user is currently used by process 7",
            program.Converge(shell, new UserResource("no-such-user") { Home = "/srv/no" }));
    }

    private void Use(string code, params string[] tools)
    {
        program.Dispose();
        program = new ResourceProgram { Replacements = string.Join('\n', tools.Select(Recording).Prepend(code)) };
    }

    private static string Recording(string tool) =>
        $"{tool}() {{ {{ printf '<%s> ' {tool} \"$@\"; echo; }} >>\"$state/calls\"; }}";

    private string Calls() => File.Exists(program.In("calls")) ? File.ReadAllText(program.In("calls")).TrimEnd() : "";
}
