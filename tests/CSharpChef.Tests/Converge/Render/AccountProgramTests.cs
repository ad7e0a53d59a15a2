using System.Text;
using CSharpChef.Converge.Shell;
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
    public void A_text_of_a_user_that_was_empty_is_shown_in_quotes(string shell)
    {
        Use("getent() { echo 'no-such-user:x:42:42::/home/no:/bin/sh'; }", "usermod");

        Assert.Equal(
            ["did 1 set comment Ann (was \"\")", "changed 1"],
            program.Plan(shell, new UserResource("no-such-user") { Comment = "Ann" }));
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

    [Theory, MemberData(nameof(Shells))]
    public void The_primary_group_of_a_user_is_not_removed_by_a_run_nor_promised_by_a_plan(string shell)
    {
        Use(NotFound, "groupdel");
        var group = new GroupResource("root");
        group.Do(group.Remove);
        string[] refusal =
            ["why 1 group root is the primary group of user root: remove the user or change its group before", "failed 1"];

        Assert.Equal(refusal, program.Plan(shell, group));
        Assert.Equal(refusal, program.Converge(shell, group));
        Assert.Equal("", Calls());
    }

    [Theory, MemberData(nameof(Shells))]
    public void An_account_that_only_a_directory_service_knows_is_not_said_to_be_absent(string shell)
    {
        Use(
            "is_only_in_files() { false; }\ngetent() { echo \"$2:x:4242:4242::/home/x:/bin/sh\"; }", "userdel", "groupdel");
        var (user, group) = (new UserResource("no-such-user"), new GroupResource("no-such-group"));
        user.Do(user.Remove);
        group.Do(group.Remove);
        const string Advice = "but comes from another source in /etc/nsswitch.conf: remove it there";

        Assert.Equal([$"why 1 user no-such-user is not in /etc/passwd, {Advice}", "failed 1"], program.Plan(shell, user));
        Assert.Equal([$"why 1 group no-such-group is not in /etc/group, {Advice}", "failed 1"], program.Converge(shell, group));
        Assert.Equal("", Calls());
    }

    [Theory, MemberData(nameof(Shells))]
    public void Only_sources_beside_the_files_of_the_machine_are_asked_for_an_account_to_remove(string shell)
    {
        string Judged(string sources) => Encoding.UTF8.GetString(LocalShell.Run(
            shell,
            [
                .. shell == "busybox" ? ["sh"] : Array.Empty<string>(), "-c",
                ShellParts.CodeOf("account").Replace("/etc/nsswitch.conf", program.In("nsswitch"), StringComparison.Ordinal)
                    + $"\nprintf '%s\\n' '# names' '{sources}' 'hosts: dns' >'{program.In("nsswitch")}'\nis_only_in_files passwd && echo files",
            ]).Output);

        Assert.All(
            ["passwd: files systemd", "passwd:\tcompat", "passwd: files # sss", "group: files sss", "passwd: files [SUCCESS=merge] systemd"],
            sources => Assert.Equal("files\n", Judged(sources)));
        Assert.All(["passwd: files sss", "passwd: ldap files"], sources => Assert.Equal("", Judged(sources)));
    }

    [Theory, MemberData(nameof(Shells)), WholeSuite]
    public void An_adduser_of_busybox_gets_a_group_of_the_users_name_and_no_member_of_it(string shell)
    {
        UseBusybox();
        program.Converge(
            shell,
            new UserResource("no-such-app") { System = true, Home = "/srv/no-such/app", ManageHome = false },
            new UserResource("no-such-user") { Uid = 4242 },
            new UserResource("no-such-plain"),
            new UserResource("no-such-mail") { Group = "0" });

        Assert.Equal(
            [
                "<addgroup> <-S> <no-such-app>", "<adduser> <-H> <-D> <-S> <-G> <no-such-app> <-h> </srv/no-such/app> <no-such-app>",
                "<delgroup> <no-such-app> <no-such-app>",
                "<addgroup> <-g> <4242> <no-such-user>", "<adduser> <-H> <-D> <-u> <4242> <-G> <no-such-user> <no-such-user>",
                "<delgroup> <no-such-user> <no-such-user>",
                "<adduser> <-H> <-D> <no-such-plain>",
                "<adduser> <-H> <-D> <-G> <root> <no-such-mail>", "<delgroup> <no-such-mail> <root>",
            ],
            Calls().Split('\n').Select(call => call.TrimEnd()));
    }

    [Theory, MemberData(nameof(Shells)), WholeSuite]
    public void A_group_made_for_a_user_that_adduser_of_busybox_refuses_is_removed_again(string shell)
    {
        UseBusybox("adduser() { echo 'adduser: uid too large' >&2; return 1; }");

        Assert.Equal(
            ["why 1 adduser: uid too large", "failed 1"],
            program.Converge(shell, new UserResource("no-such-user") { Uid = 4242 }));
        Assert.Equal(
            ["<addgroup> <-g> <4242> <no-such-user>", "<delgroup> <no-such-user>"],
            Calls().Split('\n').Select(call => call.TrimEnd()));
    }

    [Theory, MemberData(nameof(Shells)), WholeSuite]
    public void A_deluser_of_busybox_that_fails_after_its_work_has_removed_the_user(string shell)
    {
        UseBusybox(
            "find_account() { account=$(cat \"$state/account\"); elsewhere=''; }\necho no-such-user:x:4242:4242::/:/bin/sh >\"$state/account\"\n"
            + "deluser() { : >\"$state/account\"; echo \"deluser: 'x' still has 'no-such-user' as their primary group!\" >&2; return 1; }\n"
            + "is_only_in_files() { false; }");
        var user = new UserResource("no-such-user");
        user.Do(user.Remove);

        Assert.Equal(["did 1 remove user", "changed 1"], program.Converge(shell, user));
    }

    // A machine whose only tools are those of busybox.
    private void UseBusybox(string code = "")
    {
        Assert.SkipUnless(LocalShell.Present.Contains("busybox"), "there is no busybox here");
        Use(
            """
            mkdir -p "$state/bin"
            busybox=$(command -v busybox)
            for applet in $("$busybox" --list); do ln -sf "$busybox" "$state/bin/$applet"; done
            PATH=$state/bin
            """,
            "adduser", "addgroup", "delgroup", "deluser");
        program = new ResourceProgram { Replacements = $"{program.Replacements}\n{code}" };
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
