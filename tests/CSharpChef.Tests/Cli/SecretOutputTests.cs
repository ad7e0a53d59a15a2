using System.Runtime.Versioning;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.CommandLines;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Cli;

/// <summary>
/// Where secrets of stores and data bags must not appear: output, errors, arguments, files of csharpchef.
/// </summary>
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
        Recipe("Execute($\"echo '{root}'; echo '{pem}'; echo {program} >&2; exit 7\");");

        foreach (var option in new[] { "--verbose", "--json", "--json-lines" })
        {
            (await ConvergeAsync(option)).Exits(1).Prints("***").DoesNotPrint(Canary);
            await File.WriteAllTextAsync(machine["db"], $"old db.example.com {Canary}\n", TestContext.Current.CancellationToken);
        }

        foreach (var verb in new[] { "plan", "show program", "show plan", "show resources", "show attributes" })
        {
            (await machine.RunAsync(verb, "web", options)).Exits(0).DoesNotPrint("canary-");
        }

        await ConvergeAsync();
        Assert.Contains("canary-\"root\"+1", await File.ReadAllTextAsync(machine["db"], TestContext.Current.CancellationToken));
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
