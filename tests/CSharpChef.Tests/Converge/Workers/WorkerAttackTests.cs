using System.Globalization;
using System.Net;
using System.Net.Sockets;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Converge.Workers;

/// <summary>Recipes that attack the machine that evaluates them, or the runs of others.</summary>
[WholeSuite]
public sealed class WorkerAttackTests : IAsyncDisposable
{
    private const string Libc = """[System.Runtime.InteropServices.DllImport("libc.so.6", SetLastError = true)] public static extern""";

    // Every action of a recipe that must fail, and what it says.
    private const string Try = """
        string Try(Func<string> attempt)
        {
            try { return attempt(); } catch (Exception e) when (e is not OutOfMemoryException) { return "refused"; }
        }

        """;

    private static readonly TimeSpan Short = TimeSpan.FromSeconds(3);
    private readonly WorkerCookbooks cookbooks = new();

    public ValueTask DisposeAsync() => cookbooks.DisposeAsync();

    [Theory]
    [InlineData("/etc/passwd")]
    [InlineData("/etc/hostname")]
    [InlineData("/etc/shadow")]
    [InlineData("/var/log")]
    [InlineData("/usr/bin/sh")]
    [InlineData("/bin/sh")]
    [InlineData("/sys/kernel")]
    [InlineData("/run")]
    public async Task A_recipe_sees_no_file_of_the_machine(string path) => Assert.Equal(
        "log[False False]",
        Assert.Single(await ResourcesAsync(
            $"Log($\"{{System.IO.File.Exists(\"{path}\")}} {{System.IO.Directory.Exists(\"{path}\")}}\");")));

    [Fact]
    public async Task A_recipe_sees_no_file_of_the_server_and_of_another_stack()
    {
        await using var other = new WorkerCookbooks();
        other.With("web/recipes/default.csx", "Log(\"secret of another stack\");");
        var key = Path.Combine(other.Root, "master.key");
        await File.WriteAllTextAsync(key, "secret key", TestContext.Current.CancellationToken);

        var seen = await ResourcesAsync($$"""
            Log(Try(() => System.IO.File.ReadAllText("{{key}}")));
            Log(Try(() => System.IO.File.ReadAllText("{{other.Root}}/web/recipes/default.csx")) + " ");
            Log(Try(() => System.IO.File.ReadAllText("/proc/1/root{{key}}")) + "  ");
            """);

        Assert.All(seen, text => Assert.Equal("log[refused]", text.Replace(" ", "", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_recipe_sees_the_processes_of_its_sandbox_alone()
    {
        const int OfSandbox = 3;

        var seen = Assert.Single(await ResourcesAsync("""
            Log($"{System.IO.Directory.GetDirectories("/proc").Count(folder => int.TryParse(System.IO.Path.GetFileName(folder), out _))}");
            """));

        Assert.InRange(int.Parse(seen["log[".Length..^1], CultureInfo.InvariantCulture), 1, OfSandbox);
        Assert.True(Directory.GetDirectories("/proc").Count(IsProcess) > OfSandbox);
    }

    [Fact]
    public async Task A_recipe_sees_no_variable_of_the_server()
    {
        Environment.SetEnvironmentVariable("CSHARPCHEF_TEST_SECRET", "hidden text");

        var seen = await ResourcesAsync("""
            Log($"{Environment.GetEnvironmentVariable("CSHARPCHEF_TEST_SECRET") ?? "absent"}");
            Log($"{Environment.GetEnvironmentVariables().Values.Cast<object>().Any(value => value.ToString()!.Contains("hidden text"))}");
            """);

        Assert.Equal(["log[absent]", "log[False]"], seen);
    }

    [Fact]
    public async Task A_recipe_opens_no_socket()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        var seen = await ResourcesAsync($$"""
            using System.Net.Sockets;
            Log("tcp " + Try(() => { new TcpClient("127.0.0.1", {{port}}); return "connected"; }));
            Log("udp " + Try(() => { new UdpClient().Send([1], 1, "127.0.0.1", {{port}}); return "sent"; }));
            foreach (var path in new[] { "/tmp/socket", "\0csharpchef" })
            {
                Log($"unix {path.Length} " + Try(() =>
                {
                    new Socket(AddressFamily.Unix, SocketType.Stream, 0).Bind(new UnixDomainSocketEndPoint(path));
                    return "bound";
                }));
            }
            """);

        Assert.Equal(["log[tcp refused]", "log[udp refused]", "log[unix 11 refused]", "log[unix 11 refused]"], seen);
        Assert.False(listener.Pending());
    }

    [Fact]
    public async Task A_recipe_starts_no_process()
    {
        var seen = await ResourcesAsync($$"""
            Log("start " + Try(() => System.Diagnostics.Process.Start(Environment.ProcessPath!)!.Id.ToString()));
            Log("fork " + (Native.fork() < 0 ? "refused" : "done"));
            class Native { {{Libc}} int fork(); }
            """);

        Assert.Equal(["log[start refused]", "log[fork refused]"], seen);
    }

    [Fact]
    public async Task A_recipe_writes_to_no_file_but_temporary_ones()
    {
        var seen = await ResourcesAsync($$"""
            foreach (var folder in new[] { "/", "/etc", "/dev", "/usr", "{{cookbooks.Root}}", "{{cookbooks.Compiled}}" })
            {
                Log($"{folder.Length} " + Try(() => { System.IO.File.WriteAllText($"{folder}/x", "x"); return "written"; }));
            }
            """);

        Assert.All(seen, text => Assert.EndsWith(" refused]", text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_recipe_leaves_nothing_for_the_next_run()
    {
        const string Recipe = """
            Log($"{Left.Count} {Environment.GetEnvironmentVariable("LEFT")} {AppContext.TryGetSwitch("Left", out _)}"
                + $" {AppDomain.CurrentDomain.GetData("left")} {System.IO.File.Exists("/tmp/left")}"
                + $" {System.Globalization.CultureInfo.DefaultThreadCurrentCulture}");
            Left.Count++;
            Environment.SetEnvironmentVariable("LEFT", "x");
            AppContext.SetSwitch("Left", true);
            AppDomain.CurrentDomain.SetData("left", "x");
            System.IO.File.WriteAllText("/tmp/left", "x");
            System.Globalization.CultureInfo.DefaultThreadCurrentCulture = new("");
            static class Left { public static int Count; }
            """;

        Assert.Equal(await ResourcesAsync(Recipe), await ResourcesAsync(Recipe));
    }

    [Fact]
    public async Task A_thread_and_a_timer_of_a_recipe_end_with_its_worker()
    {
        await ResourcesAsync("""
            new System.Threading.Thread(() => System.Threading.Thread.Sleep(-1)) { IsBackground = false }.Start();
            _ = new System.Threading.Timer(_ => { while (true) { } }, null, 0, -1);
            """);
        await cookbooks.Pool.DisposeAsync();

        Assert.DoesNotContain(Directory.GetDirectories("/proc"), IsOfThisTest);
    }

    [Theory]
    [InlineData("while (true) { }", "did not end within 3 s after this line")]
    [InlineData("System.Threading.Thread.Sleep(-1);", "did not end within 3 s")]
    [InlineData("while (true) { Console.WriteLine(new string('x', 1000)); }", "did not end within 3 s")]
    [InlineData("var all = new List<byte[]>(); while (true) { all.Add(new byte[1 << 20]); }", "OutOfMemoryException")]
    [InlineData("while (true) { Fill(System.Runtime.InteropServices.Marshal.AllocHGlobal(1 << 24)); } void Fill(nint at) { for (var i = 0; i < 1 << 24; i += 4096) { System.Runtime.InteropServices.Marshal.WriteByte(at, i, 1); } }", "OutOfMemoryException")]
    [InlineData("for (var i = 0; ; i++) { System.IO.File.WriteAllBytes($\"/tmp/{i}\", new byte[1 << 20]); }", "IOException")]
    [InlineData("for (var i = 0; ; i++) { new System.Threading.Thread(() => System.Threading.Thread.Sleep(-1)).Start(); }", "")]
    [InlineData("int Deep(int n) => n < 0 ? 0 : Deep(n + 1) + 1; Deep(0);", "ended early")]
    [InlineData("Environment.FailFast(\"end\");", "ended early")]
    [InlineData("Environment.Exit(0);", "ended early")]
    public async Task A_recipe_without_end_fails_with_its_line_and_the_next_run_works(string code, string reason)
    {
        cookbooks.With("web/recipes/default.csx", $"Log(\"begin\");\n{code}");

        var error = await cookbooks.ErrorAsync(Short);

        Assert.Matches(@"^web/recipes/default\.csx:[12]:\d+: ", cookbooks.Below(error));
        Assert.Contains(reason, error, StringComparison.Ordinal);
        Assert.Equal(["log[next]"], await ResourcesAsync("Log(\"next\");"));
    }

    [Theory]
    [InlineData("""{"kind":"step","shell":"reboot"}""", "wrote a line that no run has")]
    [InlineData("""{"kind":"barrier","resources":[7],"factsRead":0}""", "named a resource, 7, that it did not declare")]
    [InlineData("""{"kind":"finished","resources":[],"recipes":[],"published":{},"factsRead":4096}""", "read facts that do not exist")]
    [InlineData("not JSON", "wrote a line that no run has")]
    public async Task A_recipe_that_writes_to_the_pipe_fails_with_its_line(string line, string reason)
    {
        cookbooks.With("web/recipes/default.csx", $$""""
            Log("begin");
            var pipe = new System.IO.FileStream(new Microsoft.Win32.SafeHandles.SafeFileHandle(4, false), System.IO.FileAccess.Write);
            pipe.Write(System.Text.Encoding.UTF8.GetBytes("""{{line}}""" + "\n"));
            pipe.Flush();
            await Converge();
            """");

        var error = await cookbooks.ErrorAsync(Short);

        Assert.StartsWith("web/recipes/default.csx:1:1: ", cookbooks.Below(error), StringComparison.Ordinal);
        Assert.Contains(reason, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"x\"", "wrote a line of more than 8 MB")]
    [InlineData("\"{\\\"kind\\\":\\\"place\\\",\\\"at\\\":\\\"x\\\"}\\n\"", "wrote more than 200000 lines")]
    public async Task A_recipe_that_floods_the_pipe_fails(string text, string reason)
    {
        cookbooks.With("web/recipes/default.csx", $$"""
            Log("begin");
            var pipe = new System.IO.FileStream(new Microsoft.Win32.SafeHandles.SafeFileHandle(4, false), System.IO.FileAccess.Write);
            var many = System.Text.Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat({{text}}, 10000)));
            while (true) { pipe.Write(many); }
            """);

        Assert.Contains(reason, await cookbooks.ErrorAsync(TimeSpan.FromSeconds(30)), StringComparison.Ordinal);
    }

    private Task<IReadOnlyList<string>> ResourcesAsync(string recipe)
    {
        var usings = recipe.Split('\n').TakeWhile(line => line.StartsWith("using ", StringComparison.Ordinal)).ToList();
        var rest = string.Join('\n', recipe.Split('\n').Skip(usings.Count));
        cookbooks.With("web/recipes/default.csx", $"{string.Concat(usings.Select(line => line + "\n"))}{Try}{rest}");
        return cookbooks.ResourcesAsync();
    }

    private bool IsOfThisTest(string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "cmdline")).Contains(cookbooks.Compiled, StringComparison.Ordinal);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static bool IsProcess(string folder) => int.TryParse(Path.GetFileName(folder), out _);
}
