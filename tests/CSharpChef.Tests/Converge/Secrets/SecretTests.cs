using CSharpChef.Converge.DataBags;
using CSharpChef.Converge.DataBags.Encryption;
using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Evaluate;
using CSharpChef.Converge.Results;
using CSharpChef.Converge.Secrets;
using CSharpChef.Recipes;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.Fleet;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Converge.Secrets;

public sealed class SecretTests : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly CookbookFolder cookbooks = new();

    private static DataBagFolders NoDataBags => new([], new KeyRing(KeyFile.None));

    public void Dispose() => cookbooks.Dispose();

    [Fact]
    public async Task A_secret_from_an_attribute_the_environment_a_file_or_a_program_is_masked_later()
    {
        cookbooks.With("key", "from-file\n")
            .With(
                "web/recipes/default.csx",
                $"Log(Secret(\"db.password\") + Secret(\"env:DB\") + Secret(\"file:{cookbooks["key"]}\") + Secret(\"command:echo from-program\"));");
        await using var run = cookbooks.Start("web", null, """{ "db": { "password": "from-attribute" } }""");
        var answers = cookbooks.Answers(name => name == "DB" ? "from-env" : null);

        var resources = ((Pause.Finished)await answers.NextAsync(run, None)).Resources;

        Assert.Equal("from-attributefrom-envfrom-filefrom-program", resources.Resources[0].Name);
        Assert.Equal(
            "a *** b *** c *** d ***",
            resources.Secrets.Masked("a from-attribute b from-env c from-file d from-program"));
    }

    [Theory]
    [InlineData("db.pasword", "there is no attribute \"db.pasword\" for a secret: did you mean \"db.password\"?")]
    [InlineData("vualt:app#key", "(secrets can be in other places too: \"env:NAME\"")]
    [InlineData("db.password", "is shorter than 4 characters")]
    [InlineData("db", "\"db\" is an object, and a secret is a text: name one of its values, \"db.password\"")]
    [InlineData("keys", "\"keys\" is a list, and a secret is a text: name one of its values, \"keys[0]\", \"keys[1].a\"")]
    [InlineData("databag:passwords/db#sub", "\"sub\" is an object, and a secret is a text: name one of its values, \"sub.a\", \"sub.b\"")]
    [InlineData("env:CSHARPCHEF_NO_SUCH", "the environment has no variable CSHARPCHEF_NO_SUCH")]
    [InlineData("file:/no/such/file", "secret \"file:/no/such/file\": Could not find")]
    [InlineData("file:/tmp", "secret \"file:/tmp\": /tmp is a folder: name a file")]
    public async Task A_missing_or_short_secret_is_an_error(string name, string message)
    {
        cookbooks.With("web/recipes/default.csx", $"\nSecret(\"{name}\");")
            .With("data_bags/passwords/db.json", """{ "sub": { "a": "abcd", "b": "abcd" } }""");

        var error = await cookbooks.EvaluateError(
            "web", """{ "db": { "password": "abc" }, "keys": ["abcd", { "a": "abcd" }] }""");

        Assert.StartsWith("web/recipes/default.csx:2:1: ", cookbooks.Below(error.Message));
        Assert.Contains(message, error.Message);
        Assert.DoesNotContain("abc", error.Message);
    }

    [Fact]
    public async Task A_recipe_waits_where_it_asks_for_a_secret_and_continues_with_the_answer()
    {
        cookbooks.With("web/recipes/default.csx", """
            File("/etc/a");
            string Password() => Secret("stack-password");
            Log(Password() + Secret("stack-password"));
            await Converge();
            Log(Secret("second"));
            """);
        await using var run = cookbooks.Start("web");

        var first = Assert.IsType<Pause.SecretQuestion>(await run.NextAsync(None));
        run.AnswerSecret("word");
        var barrier = Assert.IsType<Pause.Barrier>(await run.NextAsync(None));
        run.Resume();
        var second = Assert.IsType<Pause.SecretQuestion>(await run.NextAsync(None));
        run.AnswerSecret("other");
        var finished = Assert.IsType<Pause.Finished>(await run.NextAsync(None));

        Assert.Equal(["stack-password", "second"], [first.Name, second.Name]);
        Assert.Equal("wordword", barrier.Resources.Resources[1].Name);
        Assert.Equal("other", finished.Resources.Resources[0].Name);
    }

    [Fact]
    public async Task A_recipe_that_another_one_includes_without_await_can_ask_for_a_secret()
    {
        cookbooks.With("web/recipes/default.csx", "Include(\"web::inner\");\nLog(Secret(\"env:OUTER\"));")
            .With("web/recipes/inner.csx", "Log(Secret(\"env:INNER\"));");
        await using var run = cookbooks.Start("web");

        var pause = await cookbooks.Answers(name => $"text of {name}").NextAsync(run, None);

        Assert.Equal(
            ["text of INNER", "text of OUTER"],
            ((Pause.Finished)pause).Resources.Resources.Select(resource => resource.Name));
    }

    [Fact]
    public async Task The_name_of_what_is_read_is_given_before_it_is_read()
    {
        cookbooks.With("web/recipes/default.csx", "Secret(\"env:A\"); Secret(\"env:A\"); Secret(\"env:B\");");
        await using var run = cookbooks.Start("web");
        var told = new List<string>();

        await cookbooks.Answers(name => $"text of {name}").NextAsync(run, told.Add, None, None);

        Assert.Equal(["secret env:A", "secret env:B"], told);
    }

    [Fact]
    public async Task A_recipe_can_catch_the_error_of_a_secret_and_use_another_one()
    {
        cookbooks.With("web/recipes/default.csx", """
            string password;
            try { password = Secret("env:NONE_SUCH_HERE"); } catch (RecipeException) { password = Secret("fallback"); }
            Log(password);
            """);

        var resources = await cookbooks.Evaluate("web", """{ "fallback": "default" }""");

        Assert.Equal("default", resources[0].Name);
    }

    [Fact]
    public async Task The_wait_for_a_secret_does_not_count_as_time_of_the_recipe()
    {
        var clock = new FakeClock();
        cookbooks.With("web/recipes/default.csx", "Log(Secret(\"env:A\"));");
        await using var run = cookbooks.Start("web", new EvaluationOptions { Clock = clock });

        await run.NextAsync(None);
        clock.Advance(TimeSpan.FromMinutes(10));
        run.AnswerSecret("late-answer");
        var finished = Assert.IsType<Pause.Finished>(await run.NextAsync(None));

        Assert.Equal("late-answer", finished.Resources.Resources[0].Name);
    }

    [Fact, WholeSuite]
    public async Task The_time_limit_stops_a_recipe_that_loops_after_an_answer()
    {
        cookbooks.With("web/recipes/default.csx", "Secret(\"env:A\");\nSystem.Threading.Thread.Sleep(-1);");
        await using var run = cookbooks.Start(
            "web", new EvaluationOptions { TimeLimit = TimeSpan.FromMilliseconds(150) });
        await run.NextAsync(None);
        run.AnswerSecret("text");

        var error = await Assert.ThrowsAsync<RecipeException>(() => run.NextAsync(None));

        Assert.Contains("default.csx:2:1: web::default did not end within 0.2 s", error.Message);
    }

    [Fact]
    public async Task The_thread_of_a_recipe_ends_when_its_question_is_never_answered()
    {
        cookbooks.With("web/recipes/default.csx", """
            try { Secret("env:A"); }
            finally { System.IO.File.Create((string)Node["ended"]).Dispose(); }
            """);
        var run = cookbooks.Start("web", null, $$"""{ "ended": "{{cookbooks["ended"]}}" }""");
        await run.NextAsync(None);

        await run.DisposeAsync();

        await Eventually.TrueAsync(() => File.Exists(cookbooks["ended"]));
    }

    [Theory]
    [InlineData("await Task.Run(() => Secret(\"env:A\"));", "must be called by the recipe itself")]
    [InlineData("_ = Converge();\nSecret(\"env:A\");", "continues while it waits for the node")]
    public async Task A_secret_cannot_be_asked_for_where_the_recipe_cannot_wait(string code, string message)
    {
        cookbooks.With("web/recipes/default.csx", code);

        var error = await cookbooks.EvaluateError("web");

        Assert.Contains(message, error.Message);
    }

    [Fact]
    public async Task A_secret_is_read_once_for_all_hosts_of_a_run()
    {
        var source = new CountingSource();
        using var fleet = new FakeFleet
        {
            Recipe = "File(\"/etc/motd\", f => f.Content = Secret(\"env:A\") + Secret(\"env:B\"));",
            Answers = new ControllerAnswers(source, NoDataBags),
        };

        var report = await fleet.RunAsync(hosts: 20, TestContext.Current.CancellationToken);

        Assert.False(report.Failed);
        Assert.Equal(["env:A", "env:B"], source.Read.Order());
    }

    [Fact]
    public async Task A_host_that_is_cancelled_while_it_waits_for_a_secret_ends_its_run()
    {
        using var cancel = new CancellationTokenSource();
        var source = new StuckSource();
        using var fleet = new FakeFleet { Recipe = "Secret(\"env:A\");", Answers = new ControllerAnswers(source, NoDataBags) };
        var run = fleet.RunAsync(hosts: 2, cancel.Token);
        await source.Begun;

        await cancel.CancelAsync();

        await Eventually.TrueAsync(() => run.IsCompleted);
        await Eventually.TrueAsync(() => source.AreCancelled);
    }

    [Fact]
    public async Task A_store_that_cannot_be_reached_ends_the_run_with_exit_code_4_unless_the_recipe_catches_it()
    {
        using var fleet = new FakeFleet
        {
            Recipe = "Secret(\"env:A\");",
            Answers = new ControllerAnswers(new UnreachableSource(), NoDataBags),
        };
        using var tolerant = new FakeFleet
        {
            Recipe = "try { Secret(\"env:A\"); } catch (ChefException) { Log(\"no secret\"); }",
            Answers = new ControllerAnswers(new UnreachableSource(), NoDataBags),
        };

        var host = (await fleet.RunAsync(hosts: 1, TestContext.Current.CancellationToken)).Hosts[0];
        var report = await tolerant.RunAsync(hosts: 1, TestContext.Current.CancellationToken);

        Assert.Equal((4, HostStatus.Failed), (host.Error!.ExitCode, host.Status));
        Assert.Contains("default.csx:1:1: the server is off", host.Error.Message);
        Assert.False(report.Failed);
    }

    [Fact]
    public async Task A_run_that_is_asked_to_end_cancels_the_read_of_a_secret_at_once()
    {
        var source = new StuckSource();
        using var fleet = new FakeFleet
        {
            Recipe = "File(\"/etc/a\"); Secret(\"env:A\");",
            Answers = new ControllerAnswers(source, NoDataBags),
        };
        var run = fleet.RunAsync(hosts: 2, TestContext.Current.CancellationToken);
        await source.Begun;

        fleet.Cancel();
        var report = await run;

        Assert.True(source.AreCancelled);
        Assert.All(report.Hosts, host => Assert.StartsWith("cancelled before the run began", host.Error?.Message));
    }

    private sealed class UnreachableSource : ISecretSource
    {
        public Task<string?> ReadAsync(string name, CancellationToken ct) => throw new SecretStoreException("the server is off");
    }

    private sealed class CountingSource : ISecretSource
    {
        private readonly System.Collections.Concurrent.ConcurrentQueue<string> read = new();

        public IReadOnlyList<string> Read => [.. read];

        public async Task<string?> ReadAsync(string name, CancellationToken ct)
        {
            read.Enqueue(name);
            await Task.Yield();
            return $"text of {name}";
        }
    }

    private sealed class StuckSource : ISecretSource
    {
        private readonly TaskCompletionSource begun = new();
        private readonly System.Collections.Concurrent.ConcurrentQueue<CancellationToken> tokens = new();

        public Task Begun => begun.Task;

        public bool AreCancelled => tokens.All(token => token.IsCancellationRequested);

        public async Task<string?> ReadAsync(string name, CancellationToken ct)
        {
            tokens.Enqueue(ct);
            begun.TrySetResult();
            await Task.Delay(Timeout.Infinite, ct);
            return null;
        }
    }
}
