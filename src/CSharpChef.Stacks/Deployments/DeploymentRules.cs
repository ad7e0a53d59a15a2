using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Layers;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Stacks;
using CSharpChef.Stacks.Text;

namespace CSharpChef.Stacks.Deployments;

/// <summary>Validates deployment commands and their arguments.</summary>
internal static class DeploymentRules
{
    private static readonly CommandName[] AppCommands =
        [
            CommandName.Deploy,
            CommandName.Undeploy,
            CommandName.Rollback,
            CommandName.Start,
            CommandName.Stop,
            CommandName.Restart
        ];

    private static readonly IReadOnlyDictionary<CommandName, string[]> Args = new Dictionary<CommandName, string[]>
    {
        [CommandName.Deploy] = ["migrate"],
        [CommandName.ExecuteRecipes] = ["recipes"],
        [CommandName.UpdateDependencies] = ["upgrade_os_to", "allow_reboot"],
    };

    private static readonly string[] Flags = ["migrate", "allow_reboot"];

    public static void Check(DeploymentCommand command, string? app)
    {
        var name = EnumNames.Of(command.Name);
        if (AppCommands.Contains(command.Name) && string.IsNullOrEmpty(app))
        {
            throw ApiError.Invalid("AppId", $"is required for the command {name}");
        }

        foreach (var (key, values) in command.Args ?? new Dictionary<string, IReadOnlyList<string>>())
        {
            CheckArgument(command.Name, key, values);
        }

        if (command.Name == CommandName.ExecuteRecipes
            && command.Args?.GetValueOrDefault("recipes") is not { Count: > 0 })
        {
            throw ApiError.Invalid("Command.Args.recipes", "must name at least one recipe");
        }
    }

    /// <summary>Commands run on online instances; Setup also runs on those whose setup failed.</summary>
    public static bool RunsOn(CommandName command, InstanceStatus status) =>
        status == InstanceStatus.Online || (command == CommandName.Setup && status == InstanceStatus.SetupFailed);

    /// <summary>Refuses a command that would run nowhere, because its deployment would look successful.</summary>
    public static void RequireTargets(CommandName command, int targets)
    {
        if (targets == 0)
        {
            var states = command == CommandName.Setup ? "online or setup_failed" : "online";
            throw ApiError.Invalid(
                $"No instance can run {EnumNames.Of(command)}: none of those that the request selects is {states}.");
        }
    }

    private static void CheckArgument(CommandName command, string key, IReadOnlyList<string> values)
    {
        var member = $"Command.Args.{Excerpt.Of(key)}";
        var allowed = Args.GetValueOrDefault(command) ?? [];
        if (!allowed.Contains(key))
        {
            throw ApiError.Invalid(
                member,
                $"is not an argument of {EnumNames.Of(command)}, whose arguments are: {(allowed.Length > 0 ? string.Join(", ", allowed) : "none")}");
        }

        if (Flags.Contains(key) && values is not ["true" or "false"])
        {
            throw ApiError.Invalid(member, "must be [\"true\"] or [\"false\"]");
        }

        if (key == "upgrade_os_to" && values.Count != 1)
        {
            throw ApiError.Invalid(member, "must name one operating system");
        }

        if (key == "upgrade_os_to")
        {
            SupportedOs.CheckKnown(member, values[0]);
        }

        for (var i = 0; key == "recipes" && i < values.Count; i++)
        {
            RecipeName.Check($"{member}[{i}]", values[i]);
        }
    }
}
