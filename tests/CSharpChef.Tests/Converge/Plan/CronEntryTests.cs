using CSharpChef.Converge.Evaluate;
using CSharpChef.Converge.Plan;
using CSharpChef.Recipes;
using CSharpChef.Recipes.Steps;
using CSharpChef.Testing;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Converge.Plan;

public sealed class CronEntryTests
{
    private const string Comments = "eval \"$(/bin/sed -n 's/^#> //p' /etc/cron.d/backup || echo exit 1)\"";
    private const string Input = "eval \"$(/bin/cat || echo exit 1)\"%";

    private static readonly CronStep Entry = new("backup")
    {
        Schedule = "15 3 * * *",
        Command = "backup $(date +%F)",
        User = "ann",
        Environment = new Dictionary<string, string> { ["MAILTO"] = "ops team", ["A"] = "1" },
    };

    [Fact]
    public void A_cron_entry_is_a_file_in_the_folder_of_cron()
    {
        var file = Assert.IsType<FileStep>(Lowered(Entry, FakeNode.Debian12()));

        Assert.Equal(
            ("/etc/cron.d/backup", "0644", "root", "root"), (file.Path, $"{file.Mode}", file.Owner, file.Group));
        Assert.Equal(
            "# csharpchef: backup\nA=1\nMAILTO=ops team\n15 3 * * * ann backup $(date +\\%F)\n", file.Content!.Text);
    }

    [Fact]
    public void A_cron_entry_is_a_block_in_the_crontab_of_its_user_on_Alpine()
    {
        var line = Assert.IsType<LineStep>(Lowered(Entry, FakeNode.Alpine320()));

        Assert.Equal(("/etc/crontabs/ann", "csharpchef: backup", true), (line.Path, line.Block, line.Present));
        Assert.Equal("15 3 * * * export A=1 MAILTO='ops team'; backup $(date +%F)", line.Text);
    }

    [Fact]
    public void A_cron_entry_that_must_not_exist_is_an_absent_file_or_block()
    {
        var absent = Entry with { Present = false };

        Assert.Equal(new AbsentStep("/etc/cron.d/backup", PathKind.File), Lowered(absent, FakeNode.Rocky9()));
        Assert.False(Assert.IsType<LineStep>(Lowered(absent, FakeNode.Alpine320())).Present);
    }

    [Theory]
    [InlineData("nightly backup.sh", "/etc/cron.d/nightly-backup-sh-")]
    [InlineData("täglich", "/etc/cron.d/t-glich-")]
    [InlineData("a\n* * * * * root evil", "/etc/cron.d/a")]
    [InlineData("日本", "/etc/cron.d/")]
    [InlineData("-", "/etc/cron.d/-")]
    public void A_name_that_cron_would_ignore_becomes_the_name_of_a_file_that_cron_reads(string name, string start)
    {
        var file = Assert.IsType<FileStep>(Lowered(Entry with { Name = name }, FakeNode.Debian12()));

        Assert.StartsWith(start, file.Path, StringComparison.Ordinal);
        Assert.Matches("^/etc/cron.d/[A-Za-z0-9_-]+$", file.Path);
        Assert.Equal(4, file.Content!.Text!.TrimEnd('\n').Split('\n').Length);
    }

    [Fact]
    public void Names_that_differ_only_in_other_characters_are_different_files()
    {
        var paths = new[] { "a b", "a.b", "a-b", new string('a', 300), new string('a', 301) }
            .Select(name => Assert.IsType<FileStep>(Lowered(Entry with { Name = name }, FakeNode.Debian12())).Path)
            .ToList();

        Assert.Equal(5, paths.Distinct().Count());
        Assert.All(paths, path => Assert.True(path.Length < 255));
    }

    [Theory]
    [InlineData("", "A=\"\"\n")]
    [InlineData("a'b\"c\\d=%e", "A=a'b\"c\\d=%e\n")]
    [InlineData(" x ", "#> export A=' x '\n")]
    [InlineData("'x'", "#> export A=''\\''x'\\'''\n")]
    [InlineData("\"x\"y", "#> export A='\"x\"y'\n")]
    public void A_variable_that_a_line_of_cron_cannot_hold_is_exported_by_the_entry(string value, string line)
    {
        var entry = new CronStep("e")
        {
            Schedule = "@daily",
            Command = "env",
            Environment = new Dictionary<string, string> { ["A"] = value },
        };

        var text = Assert.IsType<FileStep>(Lowered(entry, FakeNode.Debian12())).Content!.Text;

        Assert.Equal(
            line.StartsWith('#')
                ? $"# csharpchef: e\n{line}#> env\n@daily root eval \"$(/bin/sed -n 's/^#> //p' /etc/cron.d/e || echo exit 1)\"\n"
                : $"# csharpchef: e\n{line}@daily root env\n",
            text);
    }

    [Theory]
    [InlineData(@"date '+\%Y'", true)]
    [InlineData(@"printf 'a\\b'", true)]
    [InlineData(@"echo \", true)]
    [InlineData(@"printf 'a\b%'", false)]
    public void A_command_that_implementations_of_cron_read_differently_is_evaluated_from_a_comment_for_root(
        string command, bool isComment)
    {
        var text = TextOf(Entry with { Command = command, User = "root" });

        Assert.EndsWith(
            isComment
                ? $"\n#> {command}\n15 3 * * * root {Comments}\n"
                : $"\n15 3 * * * root {command.Replace("%", "\\%", StringComparison.Ordinal)}\n",
            text,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(@"date '+\%Y'", @"date '+\\%Y'")]
    [InlineData(@"printf 'a\\b'", @"printf 'a\\b'")]
    [InlineData(@"echo \", @"echo \")]
    public void A_command_that_implementations_of_cron_read_differently_is_the_input_of_another_user(
        string command, string input) =>
        Assert.EndsWith(
            $"\n15 3 * * * ann {Input}{input}\n", TextOf(Entry with { Command = command }), StringComparison.Ordinal);

    [Theory]
    [InlineData("root", "backup --key=x", $"#> backup --key=x\n@daily root {Comments}\n")]
    [InlineData("ann", "backup --key=x", $"@daily ann {Input}backup --key=x\n")]
    [InlineData("ann", @"printf '%s\\n'", $@"@daily ann {Input}printf '\%s\\n'" + "\n")]
    [InlineData("ann", @"date '+\%Y'", $@"@daily ann {Input}date '+\\%Y'" + "\n")]
    public void A_sensitive_command_is_only_in_comments_or_input(string user, string command, string text)
    {
        var entry = new CronStep("backup") { Schedule = "@daily", User = user, Command = command };

        Assert.Equal($"# csharpchef: backup\n{text}", TextOf(entry, isSensitive: true));
    }

    [Fact]
    public void A_variable_that_a_line_of_cron_cannot_hold_is_exported_by_the_input_of_another_user()
    {
        var entry = new CronStep("backup")
        {
            Schedule = "@daily",
            User = "ann",
            Command = "env",
            Environment = new Dictionary<string, string> { ["A"] = " 5% ", ["B"] = "b" },
        };

        Assert.All(
            [true, false],
            isSensitive => Assert.Equal(
                $"# csharpchef: backup\nB=b\n@daily ann {Input}export A=' 5\\% '%env\n", TextOf(entry, isSensitive)));
    }

    [Theory]
    [InlineData(998, false)]
    [InlineData(999, true)]
    public void A_command_that_is_too_long_for_a_line_of_cron_is_evaluated_from_a_comment(int length, bool isComment)
    {
        var entry = Entry with { Command = new string('x', length) };

        var text = TextOf(entry);

        Assert.Equal(isComment, text.Contains("\n#> xxx", StringComparison.Ordinal));
    }

    [Fact]
    public void The_user_of_an_entry_must_exist_except_root()
    {
        var node = StepResource.NodeOf(FakeNode.Debian12());

        Assert.Equal(new UserExistsStep("ann"), CronEntry.StepsFor(Entry, node)[0]);
        Assert.Single(CronEntry.StepsFor(Entry with { User = "root" }, node));
        Assert.Single(CronEntry.StepsFor(Entry with { Present = false }, node));
    }

    [Fact]
    public void Only_root_may_read_the_file_of_a_sensitive_entry()
    {
        var debian = FakeNode.Debian12();
        debian.Execute(PlanOf.Recipe(r =>
        {
            r.Cron("open", c => (c.Schedule, c.Command) = ("@daily", "backup"));
            r.Cron("closed", c => (c.Schedule, c.Command, c.Sensitive) = ("@daily", "backup --key=x", true));
        }), ConvergeMode.Converge);
        debian.File("/etc/cron.d/open").ShouldHaveMode("0644");
        debian.File("/etc/cron.d/closed").ShouldHaveMode("0600");
    }

    [Fact]
    public void Only_root_may_read_the_table_of_a_sensitive_entry_on_Alpine()
    {
        var alpine = FakeNode.Alpine320();
        alpine.Execute(
            PlanOf.Recipe(r => r.Cron(
                "closed", c => (c.Schedule, c.Command, c.Sensitive) = ("@daily", "backup --key=x", true))),
            ConvergeMode.Converge);
        alpine.File("/etc/crontabs/root").ShouldHaveMode("0600");
    }

    [Theory]
    [InlineData("c.Command = \"backup \" + Secret(\"db.password\");", "0600")]
    [InlineData("c.Command = \"backup\"; c.Environment[\"PW\"] = Secret(\"db.password\");", "0600")]
    [InlineData("Secret(\"db.password\"); c.Command = \"backup\";", "0644")]
    public async Task An_entry_with_a_secret_is_sensitive_by_itself(string settings, string mode)
    {
        using var cookbooks = new CookbookFolder();
        cookbooks.With(
            "web/recipes/default.csx", $$"""Cron("backup", c => { c.Schedule = "@daily"; {{settings}} });""");
        await using var run = cookbooks.Start("web", attributes: """{ "db": { "password": "from-attribute" } }""");
        var resources = ((Pause.Finished)await run.NextAsync(TestContext.Current.CancellationToken)).Resources;
        var debian = FakeNode.Debian12();

        debian.Execute(
            Planner.Plan(resources, StepResource.NodeOf(debian), [], final: true), ConvergeMode.Converge);

        debian.File("/etc/cron.d/backup").ShouldHaveMode(mode);
    }

    [Theory]
    [InlineData("ann", true, true)]
    [InlineData("ann", false, false)]
    [InlineData("root", true, false)]
    public void A_sensitive_entry_of_another_user_that_is_too_long_for_the_input_of_cron_is_refused(
        string user, bool isSensitive, bool isRefused)
    {
        var resource = new CronResource("report")
        {
            Schedule = "@daily",
            User = user,
            Command = new string('x', 999),
            Sensitive = isSensitive,
        };

        var error = Record.Exception(() => StepResource.Plan(FakeNode.Debian12(), resource));

        Assert.Equal(isRefused, error is not null);
        if (isRefused)
        {
            Assert.IsType<RecipeException>(error);
            Assert.EndsWith(
                """
                cron[report]: a sensitive entry for another user than root may take 998 bytes in its crontab, and this one takes 1033, which cron could not keep from other users: write Command and Environment into a script that only ann may read (File with Owner = "ann" and Mode = "0700"), and set Command to its path
                """,
                error.Message,
                StringComparison.Ordinal);
        }
    }

    private static string TextOf(CronStep entry, bool isSensitive = false) =>
        Assert.IsType<FileStep>(CronEntry.StepsFor(entry, StepResource.NodeOf(FakeNode.Debian12()), isSensitive)[^1])
            .Content!.Text!;

    private static Step Lowered(CronStep step, FakeNode node) =>
        CronEntry.StepsFor(step, StepResource.NodeOf(node))[^1];
}
