using System.CommandLine;
using CSharpChef.Cli.Options;
using CSharpChef.Cli.Output;
using CSharpChef.Converge.Errors;
using CSharpChef.Stacks.Providers;
using CSharpChef.Stacks.Providers.Local;
using Command = System.CommandLine.Command;

namespace CSharpChef.Cli.Verbs.Providers;

/// <summary><c>csharpchef provider local prune</c></summary>
internal static class LocalPrune
{
    private const string About = """
        Remove what nothing needs from the folder of machines.
        Removes machines whose launch or removal was interrupted, builds that were interrupted, and images that were replaced
        and that no machine uses. Prints what it removed.

        Examples:
          csharpchef provider local prune
          csharpchef provider local prune --all --images      # everything
          csharpchef provider local prune --all --yes         # also machines that run
        """;

    public static Command Create()
    {
        var folder = new LocalFolderOption();
        var all = new Option<bool>("--all")
        {
            Description = "Remove all machines with their disks, also those of instances.",
        };
        var images = new Option<bool>("--images")
        {
            Description = "Remove all images that no machine uses, also the newest ones.",
        };
        var yes = new Option<bool>("--yes", "-y") { Description = "Remove machines that run without asking." };
        var command = new Command("prune", About) { all, images, yes };
        folder.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            var inventory = new LocalInventory(folder.Read(parsed));
            await RemoveMachinesAsync(inventory, parsed.GetValue(all), parsed.GetValue(yes), ct);
            await inventory.RemoveNetworkAsync(ct);
            foreach (var name in await inventory.RemoveImagesAsync(parsed.GetValue(images), ct))
            {
                Console.Out.WriteLine($"image {name} removed");
            }

            return 0;
        });
        return command;
    }

    private static async Task RemoveMachinesAsync(LocalInventory inventory, bool all, bool yes, CancellationToken ct)
    {
        var chosen = (await inventory.MachinesAsync(ct)).Where(machine => all || machine.IsPartial).ToList();
        RequireConsent(chosen, yes);
        foreach (var machine in chosen)
        {
            await inventory.RemoveAsync(machine, ct);
            Console.Out.WriteLine($"machine {machine.Machine.Id} removed");
        }
    }

    // What a program runs has no terminal: then only the option is consent.
    private static void RequireConsent(IReadOnlyList<ListedMachine> machines, bool yes)
    {
        var running = machines.Count(
            listed => !listed.IsPartial && listed.Machine.State is not MachineState.Stopped);
        if (running == 0 || yes)
        {
            return;
        }

        var isAlone = Console.IsInputRedirected || Console.IsOutputRedirected;
        if (isAlone || !Ask.Confirm($"Remove {Plural.Of(running, "machine")} that run, with their disks"))
        {
            throw new UsageException(
                $"{Plural.Of(running, "machine")} that run would be removed with their disks: confirm it with --yes.");
        }
    }
}
