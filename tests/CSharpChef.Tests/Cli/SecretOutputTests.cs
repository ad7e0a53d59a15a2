using System.Runtime.Versioning;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.CommandLines;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Cli;

/// <summary>
/// Where secrets of stores and data bags must not appear: output, errors, arguments, files of csharpchef.
/// </summary>
[WholeSuite]
[Collection(LocalMachine.Name)]
public sealed class SecretOutputTests : IDisposable
{
    private const string Canary = "canary";
    private readonly LocalMachine machine = new();
    private readonly string[] options;

    public SecretOutputTests()
    {
        var bags = new DataBagFolder(machine.Cookbooks)
            .WithEncrypted("passwords/db", """{ "root": "canary-\"root\"+1", "pem": "canary-first\ncanary-second\n" }""")
            .With("hosts/db", """{ "name": "db.example.com" }""");
        machine.Cookbooks.With("file", "canary-of-file\n");
        options = ["--data-bags", bags.Path, "--data-bag-key", bags.KeyFile.FullPath];
    }

    public void Dispose() => machine.Dispose();

    [Fact]
    public async Task Secrets_of_stores_and_encrypted_items_are_masked_in_all_output()
    {
        machine.Cookbooks.With("machine/pem", "shown canary-first\n canary-second\n");
        Recipe("Execute($\"echo '{root}'; echo '{pem}'; echo {program} >&2; exit 7\", e => e.IgnoreFailure = true); Execute($\"cat {dir}/pem; exit 7\");");

        foreach (var option in new[] { "--verbose", "--json", "--json-lines" })
        {
            (await ConvergeAsync(option)).Exits(1).Prints("***").DoesNotPrint(Canary);
            await File.WriteAllTextAsync(machine["db"], $"old db.example.com {Canary}\n", TestContext.Current.CancellationToken);
        }

        foreach (var verb in new[] { "plan", "show program", "show plan", "show resources", "show attributes" })
        {
            (await machine.RunAsync(verb, "web", options)).Exits(0).DoesNotPrint("canary-");
        }

        (await ConvergeAsync("--verbose")).Prints("shown ***");
        Assert.Contains("canary-\"root\"+1", await File.ReadAllTextAsync(machine["db"], TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("echo {root} >&2; exit 1")]
    [InlineData("printf '%s\\n' '{pem}' | sed 's/^/> /' >&2; exit 1")]
    public async Task Secrets_are_masked_in_the_error_of_a_query(string command)
    {
        Recipe($"await Query($\"{command}\");");

        foreach (var option in new[] { "--verbose", "--json", "--json-lines" })
        {
            (await ConvergeAsync(option)).Exits(1).Prints("default.csx:8").Prints("***").DoesNotPrint(Canary);
        }

        foreach (var verb in new[] { "show program", "show plan", "show resources" })
        {
            (await machine.RunAsync(verb, "web", options)).Exits(1).Prints("default.csx:8").DoesNotPrint(Canary);
        }
    }

    [Fact]
    public async Task A_query_that_writes_without_an_end_is_an_error_that_names_the_limit()
    {
        Recipe("await Query($\"yes {root}\");");

        (await ConvergeAsync()).Exits(1)
            .Prints("default.csx:8", "on local wrote more than 16 MB and was ended: let it write less, or write to a file")
            .DoesNotPrint(Canary);
    }

    [Fact]
    public async Task Secrets_are_masked_in_the_query_at_which_a_plan_ends()
    {
        Recipe("await Converge(); await Query($\"echo {root} >&2; exit 1\");");

        var plan = await machine.RunAsync("plan", "web", options);

        plan.Exits(0).Prints("cannot be asked yet").DoesNotPrint(Canary);
    }

    [Theory]
    [InlineData("cat $dir/key")]
    [InlineData("tail -n 1 $dir/key | sed 's/^/> /'")]
    [InlineData("tail -n 2 $dir/key | head -n 1 | cut -c 3-")]
    public async Task Each_line_of_a_secret_is_masked_in_the_output_of_a_command_that_does_not_contain_it(
        string command)
    {
        machine.Cookbooks.With("machine/key", "  canary-first\n  canary-second\n");
        machine.Recipe("web/recipes/default.csx", $$"""
            string pem = DataBagItem("passwords", "db")["pem"];
            foreach (var line in pem.Split('\n')) { Log($"line {line}"); }
            File($"{dir}/part", f => f.Content = $"part {pem.Split('\n')[0]}\n");
            Execute("dir={{machine.Dir}}; {{command}}; exit 7");
            """);
        await File.WriteAllTextAsync(machine["part"], "old canary-second\n", TestContext.Current.CancellationToken);

        var run = await ConvergeAsync("--verbose");

        run.Exits(1).Prints("exit code 7").Prints("***").DoesNotPrint(Canary);
        Assert.DoesNotContain(
            Canary, (await CommandLine.RunAsync(["runs", "local", "show", "--no-sudo"])).Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("printf 'canary-%04090d' 7; printf ' other\\n'")]
    [InlineData("printf 'canary-%04090d\\nother\\n' 7")]
    public async Task The_end_of_a_secret_at_which_a_long_output_is_cut_is_not_printed(string command)
    {
        var secret = $"canary-{new string('0', 4089)}7";
        machine.Cookbooks.With("long", secret);
        machine.Recipe("web/recipes/default.csx", $$"""
            Secret("file:{{machine.Cookbooks["long"]}}");
            Execute("{{command}}; exit 7");
            """);

        var run = await ConvergeAsync("--verbose");

        run.Exits(1).Prints("exit code 7").DoesNotPrint("0000");
        Assert.DoesNotContain("0007", run.Out + run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("throw new InvalidOperationException($\"{root} {program}\");")]
    [InlineData("File($\"{dir}/x\", f => f.Mode = root);")]
    [InlineData("int port = DataBagItem(\"passwords\", \"db\")[\"root\"];")]
    [InlineData("Secret($\"databag:passwords/db#{root}\");")]
    [InlineData("Secret(\"command:sh -c 'printf %s%s can ary-output; exit 1'\");")]
    public async Task Secrets_are_masked_in_errors_of_recipes(string code)
    {
        Recipe(code);

        (await ConvergeAsync()).Exits(3).Prints("web/recipes/default.csx:8").DoesNotPrint("canary-");
    }

    [Fact, WholeSuite]
    [SupportedOSPlatform("linux")]
    public async Task Secrets_are_in_no_argument_of_a_process_and_in_no_file_of_csharpchef()
    {
        Recipe("File($\"{dir}/same\", f => f.Content = $\"{root}{pem}\"); Log(root);");
        using var tool = new Tool();
        tool.Variables["XDG_CACHE_HOME"] = tool.PathOf("cache");

        var (run, arguments) = await ProcessList.DuringAsync(() => tool.RunAsync(
            [
                "converge", "local", "-r", "web", "--cookbooks", machine.Cookbooks.Root, "--no-sudo", "--attributes",
                machine.Cookbooks["dir.json"], .. options,
            ]));

        run.Exits(0).DoesNotPrint(Canary);
        Assert.DoesNotContain(arguments, line => line.Contains("canary-", StringComparison.Ordinal));
        var files = Directory.GetFiles(tool.PathOf(""), "*", SearchOption.AllDirectories);
        Assert.Contains(files, file => file.Contains("/state/runs/", StringComparison.Ordinal));
        Assert.All(files, file => Assert.DoesNotContain("canary-", File.ReadAllText(file), StringComparison.Ordinal));
    }

    private Task<CommandOutcome> ConvergeAsync(params string[] more) =>
        machine.ConvergeAsync("web", [.. options, .. more]);

    private void Recipe(string last) => machine.Recipe("web/recipes/default.csx", $$"""
        string root = DataBagItem("passwords", "db")["root"], pem = DataBagItem("passwords", "db")["pem"];
        var file = Secret("file:{{machine.Cookbooks["file"]}}");
        var program = Secret("command:printf '%s%s\\n' can ary-program");
        File($"{dir}/db", f => f.Content = $"{DataBagItem("hosts", "db")["name"]} {root} {file} {program}\n");
        Log($"{root} {DataBagItem("hosts", "db")["name"]}");

        {{last}}
        """);
}
