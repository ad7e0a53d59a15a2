using System.Diagnostics;
using CSharpChef.Converge;
using CSharpChef.Converge.Discover;
using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Results;
using CSharpChef.Converge.Runs;
using CSharpChef.Converge.Secrets;
using CSharpChef.Converge.Shell;
using CSharpChef.Converge.Ssh.Config;
using CSharpChef.Recipes;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.CommandLines;
using CSharpChef.TestSupport.Recipes;
using CSharpChef.TestSupport.Ssh;

namespace CSharpChef.Tests.Converge;

/// <summary>Tests of runs that a server names, stores and follows.</summary>
public sealed class ServerRunTests : IAsyncLifetime
{
    private static readonly Guid command = Guid.Parse("019abcde-0000-7000-8000-000000000001");
    private static readonly DateTimeOffset startedAt = new(2026, 12, 1, 1, 2, 3, 4, TimeSpan.Zero);

    private readonly SshServer server = new();
    private readonly List<SentProgram> sent = [];
    private readonly List<(int Part, int Line, string Text)> lines = [];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string Done => server.PathOf("done");

    public async ValueTask InitializeAsync()
    {
        await server.InitializeAsync();
        server.SkipIfMissing();
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task The_programs_of_a_command_run_under_the_names_that_the_caller_gives()
    {
        await using var session = Open(ConvergeMode.Converge);

        await ApplyAsync(session, Append("one"));
        await ApplyAsync(session, Append("two"));

        string[] names = [Name(1).Text, Name(2).Text];
        Assert.Equal("20261201T010203Z-004-019abcde-0000-7000-8000-000000000001-001", names[0]);
        Assert.Equal(names, Directory.GetFiles(server.PathOf("state/runs")).Select(Path.GetFileName).Order());
        Assert.Equal([(1, names[0]), (2, names[1])], sent.Select(program => (program.Part, program.Name.Text)));
        Assert.Equal(["one", "two"], await File.ReadAllLinesAsync(Done, Ct));
        var journals = await session.JournalsAsync(Ct);
        Assert.Equal(
            [(names[1], "finished", 1), (names[0], "finished", 1)],
            (await journals.ListAsync(Ct)).Runs.Select(run => (run.Name, run.State, run.Changed)));
    }

    [Fact]
    public async Task A_program_that_is_sent_twice_under_one_name_runs_once()
    {
        await using var first = Open(ConvergeMode.Converge);
        await using var second = Open(ConvergeMode.Converge);

        await ApplyAsync(first, Append("one"));
        var error = await Assert.ThrowsAsync<ConvergeException>(() => ApplyAsync(second, Append("one")));

        Assert.Contains($"{Name(1)} is on the node already", error.Message, StringComparison.Ordinal);
        Assert.Equal(["one"], await File.ReadAllLinesAsync(Done, Ct));
    }

    [Fact]
    public async Task A_program_is_stored_before_anything_of_it_is_sent()
    {
        var stored = new TaskCompletionSource();
        await using var session = Open(ConvergeMode.Converge, _ => stored.Task);
        await session.FactsAsync(Ct);
        var before = session.RoundTrips;

        var run = ApplyAsync(session, Append("one"));

        var program = Assert.Single(sent);
        Assert.Contains("echo one", program.Program.Text, StringComparison.Ordinal);
        Assert.Equal((before, false), (session.RoundTrips, run.IsCompleted));
        Assert.False(File.Exists(server.PathOf("state/holder")));
        stored.SetResult();
        await run;
        Assert.Equal(before + 1, session.RoundTrips);
    }

    [Fact]
    public async Task A_program_that_could_not_be_stored_is_not_sent()
    {
        await using var session = Open(ConvergeMode.Converge, _ => throw new IOException("the disk is full"));

        await Assert.ThrowsAsync<IOException>(() => ApplyAsync(session, Append("one")));

        Assert.False(File.Exists(Done));
    }

    [Fact]
    public async Task A_plan_stores_no_program()
    {
        await using var session = Open(ConvergeMode.Plan);

        await ApplyAsync(session, Append("one"));

        Assert.Empty(sent);
        Assert.False(File.Exists(Done));
    }

    [Fact]
    public async Task Each_line_of_the_journal_is_given_with_its_number()
    {
        await using var session = Open(ConvergeMode.Converge);

        // A fact that was read is sent at the end of the run.
        _ = Node.Hostname;
        await ApplyAsync(session, Append("one"));

        var journal = await File.ReadAllLinesAsync(server.PathOf($"state/runs/{Name(1)}"), Ct);
        Assert.Equal(
            journal.Select((text, index) => (1, index + 1, text)), Journal());
    }

    [Fact]
    public async Task A_run_is_followed_by_its_name_while_it_runs_and_after_its_process_has_gone()
    {
        var plan = PlanOf.Recipe(recipe => recipe.Execute(
            $"echo begun >{server.PathOf("begun")}; cat {server.PathOf("go")}"));
        await SshServer.RunAsync("mkfifo", server.PathOf("go"));
        using var gone = new CancellationTokenSource();
        var first = Open(ConvergeMode.Converge);
        var run = first.ApplyAsync(plan, Node, verify: false, Events(plan), gone.Token);
        await Eventually.TrueAsync(() => File.Exists(server.PathOf("begun")));
        await gone.CancelAsync();
        Assert.NotNull((await run).StillRunning);
        await first.DisposeAsync();
        var streamed = Journal();
        lines.Clear();

        await using var second = Open(ConvergeMode.Converge);
        var (end, reader) = Follow(second, plan, sent[0].Program);
        await File.WriteAllTextAsync(server.PathOf("go"), "", Ct);

        Assert.Equal(FollowEnd.Ended, await end);
        Assert.Equal(ResultStatus.Changed, Assert.Single(reader.Results).Status);
        Assert.NotEmpty(streamed);
        Assert.Equal(streamed, Journal().Take(streamed.Count));
        Assert.True(Journal().Count > streamed.Count);
        Assert.Equal(FollowEnd.Ended, await Follow(second, plan, sent[0].Program).End);
    }

    [Fact, WholeSuite]
    public async Task A_run_is_followed_by_its_name_after_the_process_that_sent_it_was_killed()
    {
        var command = $"echo begun >{server.PathOf("begun")}; cat {server.PathOf("go")}";
        await SshServer.RunAsync("mkfifo", server.PathOf("go"));
        using var tool = new Tool().With("cookbooks/wait/recipes/default.csx", $"Execute(\"{command}\");\n")
            .With("cookbooks/wait/cookbook.json", """{ "name": "wait", "version": "1.0.0" }""");
        using var sender = Start(tool);
        await Eventually.TrueAsync(() => File.Exists(server.PathOf("begun")));
        sender.Kill();
        await sender.WaitForExitAsync(Ct);

        await using var session = Open(ConvergeMode.Converge);
        var journals = await session.JournalsAsync(Ct);
        var run = Assert.Single((await journals.ListAsync(Ct)).Runs);
        var plan = PlanOf.Recipe(recipe => recipe.Execute(command));
        var (end, reader) = Follow(session, plan, new ShellProgram([], "", ""), RunName.Parse(run.Name));
        await File.WriteAllTextAsync(server.PathOf("go"), "", Ct);

        Assert.Equal((FollowEnd.Ended, "running"), (await end, run.State));
        Assert.Equal(ResultStatus.Changed, Assert.Single(reader.Results).Status);
        Assert.Equal("end 0", lines[^1].Text);
    }

    [Fact]
    public async Task A_run_that_never_began_is_unknown_and_is_not_started()
    {
        await using var session = Open(ConvergeMode.Converge);
        var plan = Append("one");

        Assert.Equal(FollowEnd.Unknown, await Follow(session, plan, new ShellProgram([], "", "")).End);

        Assert.False(File.Exists(Done));
    }

    [Fact]
    public async Task A_run_that_was_killed_is_interrupted()
    {
        await using var session = Open(ConvergeMode.Converge);
        var plan = PlanOf.Recipe(recipe => recipe.Execute("kill -9 $(cut -d' ' -f2 $CSHARPCHEF_STATE/holder)"));

        await Assert.ThrowsAnyAsync<ChefException>(() => session.ApplyAsync(plan, Node, false, Events(plan), Ct));

        Assert.Equal(FollowEnd.Interrupted, await Follow(session, plan, sent[0].Program).End);
    }

    private static Node Node { get; } = new("web1", Facts.None, NodeAttributes.None);

    private static RunName Name(int part) => RunName.OfPart(startedAt, command, part);

    private static PlanEvents Events(ConvergePlan plan) =>
        new(new("web1"), plan, new SecretTexts(), new RunEvents());

    private static Task<ApplyResult> ApplyAsync(RealNodeSession session, ConvergePlan plan) =>
        session.ApplyAsync(plan, Node, verify: false, Events(plan), Ct);

    private List<(int Part, int Line, string Text)> Journal() => [.. lines.Where(line => line.Line > 0)];

    private (Task<FollowEnd> End, ResultReader Reader) Follow(
        RealNodeSession session, ConvergePlan plan, ShellProgram program, RunName? name = null)
    {
        var token = RunToken.New();
        var reader = new ResultReader(token, plan, program, TimeProvider.System);
        return (session.FollowAsync(name ?? Name(1), token, program, OnLine, _ => { }, Ct), reader);

        void OnLine(int number, string line)
        {
            reader.Read(line);
            lines.Add((1, number, RunToken.Remove(token, line)));
        }
    }

    private Process Start(Tool tool)
    {
        var start = new ProcessStartInfo("dotnet",
        [
            Path.Combine(AppContext.BaseDirectory, "csharpchef.dll"), "converge", $"127.0.0.1:{server.Port}", "-r", "wait",
            "--cookbooks", tool.PathOf("cookbooks"), "--no-sudo",
            "--identity", server.PathOf(".ssh/id_ed25519"), "--known-hosts", server.PathOf("known_hosts"),
        ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return Process.Start(start)!;
    }

    private ConvergePlan Append(string word) =>
        PlanOf.Recipe(recipe => recipe.Execute($"echo {word} >>{Done}"));

    private RealNodeSession Open(ConvergeMode mode, Func<SentProgram, Task>? storeAsync = null)
    {
        var keys = new GivenKeys(File.ReadAllText(server.PathOf(".ssh/id_ed25519")), [server.PublicKey("host")]);
        var host = new ServerHost("web1", "127.0.0.1", server.Port, keys) { User = Environment.UserName, UsesSudo = false };
        var options = ServerSession.Options(host, new FactsCache(server.PathOf("facts"))) with
        {
            ReconnectLimit = TimeSpan.Zero,
            Programs = new ProgramHooks
            {
                NameOf = Name,
                OnSend = (program, _) =>
                {
                    sent.Add(program);
                    return storeAsync?.Invoke(program) ?? Task.CompletedTask;
                },
                OnLine = (program, line, text) => lines.Add((program.Part, line, text)),
            },
        };
        return ServerSession.Open(host, options, mode, Ct);
    }
}
