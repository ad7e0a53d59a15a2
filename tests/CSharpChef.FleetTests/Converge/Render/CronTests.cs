using CSharpChef.Converge.Results;
using CSharpChef.FleetTests.Machines;

namespace CSharpChef.FleetTests.Converge.Render;

/// <summary>cron runs what the recipe says.</summary>
public sealed class CronTests(Fleet fleet) : MachineTests(fleet, CleanUp)
{
    private const string CleanUp = "rm -f /etc/cron.d/job* /run/job* /tmp/job*; userdel job 2>/dev/null; :";

    [Fact]
    public async Task Cron_runs_commands_with_percent_signs_backslashes_and_variables_that_a_line_cannot_hold()
    {
        const string Recipe = """"
            Cron("job one.sh", c => { c.Schedule = "* * * * *"; c.Command = @"printf '%s' 'a\%b\\c' >/run/job1"; });
            Cron("job2", c => { c.Schedule = "* * * * *"; c.Command = @"printf %s '\n%' >/run/job2"; });
            Cron("job3", c => { c.Schedule = "* * * * *"; c.Command = "echo " + new string('x', 1200) + " | wc -c >/run/job3"; });
            Cron("job4", c =>
            {
                c.Schedule = "* * * * *";
                c.Command = "printf '[%s]' \"$A\" \"$B\" \"$C\" \"$D\" | cat >/run/job4";
                c.Environment["A"] = "";
                c.Environment["B"] = " edges ";
                c.Environment["C"] = "\"quoted\"";
                c.Environment["D"] = new string('y', 2000);
                c.Environment["MAILTO"] = "";
            });
            """";

        await Recipes.RunSuccessfullyAsync(Node, Recipe, Ct);
        var second = await Recipes.RunSuccessfullyAsync(Node, Recipe, Ct);

        Assert.All(second.Resources, resource => Assert.Equal(ResultStatus.Unchanged, resource.Status));
        await Fleet.ExecAsync(
            Node, "timeout 90 sh -c 'until [ \"$(ls /run/job? 2>/dev/null | wc -l)\" = 4 ]; do sleep 1; done'", Ct);
        Assert.Equal(@"a\%b\\c", await Fleet.ExecAsync(Node, "cat /run/job1", Ct));
        Assert.Equal(@"\n%", await Fleet.ExecAsync(Node, "cat /run/job2", Ct));
        Assert.Equal("1201\n", await Fleet.ExecAsync(Node, "cat /run/job3", Ct));
        Assert.Equal(
            $"[][ edges ][\"quoted\"][{new string('y', 2000)}]", await Fleet.ExecAsync(Node, "cat /run/job4", Ct));
    }

    [Fact]
    public async Task A_sensitive_command_of_another_user_runs_as_written_and_only_root_can_read_its_file()
    {
        const string Recipe = """
            User("job");
            Cron("job5", c =>
            {
                c.Schedule = "* * * * *";
                c.User = "job";
                c.Command = @"printf '%s' 'a\%b\\c' ""$A"" >/tmp/job5";
                c.Environment["A"] = " 5% ";
                c.Sensitive = true;
            });
            """;

        await Recipes.RunSuccessfullyAsync(Node, Recipe, Ct);

        await Fleet.ExecAsync(Node, "timeout 90 sh -c 'until [ -s /tmp/job5 ]; do sleep 1; done'", Ct);
        Assert.Equal(@"a\%b\\c 5% ", await Fleet.ExecAsync(Node, "cat /tmp/job5", Ct));
        Assert.Equal("600 root\n", await Fleet.ExecAsync(Node, "stat -c '%a %U' /etc/cron.d/job5", Ct));
    }

    [Fact]
    public async Task An_entry_for_a_user_that_does_not_exist_fails_and_writes_no_file()
    {
        var run = await Recipes.RunAsync(
            Node, """Cron("job", c => { c.Schedule = "@daily"; c.Command = "true"; c.User = "job"; });""", Ct);

        Assert.Equal(HostStatus.Failed, run.Status);
        Assert.StartsWith("user job does not exist", run.Resources[0].Message, StringComparison.Ordinal);
        Assert.Equal("", await Fleet.ExecAsync(Node, "ls /etc/cron.d | grep job || :", Ct));
    }
}
