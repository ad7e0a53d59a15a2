using CSharpChef.Stacks.Apps;
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

    // A command that does nothing must not look successful.
    private static readonly IReadOnlyDictionary<CommandName, string> Unsupported = new Dictionary<CommandName, string>
    {
        [CommandName.Rollback] = "apps have no releases on instances yet",
        [CommandName.Start] = "apps have no releases on instances yet",
        [CommandName.Stop] = "apps have no releases on instances yet",
        [CommandName.Restart] = "apps have no releases on instances yet",
    };

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

        if (Unsupported.GetValueOrDefault(command.Name) is { } reason)
        {
            throw ApiError.Invalid("Command.Name", $"is {name}, which this server refuses: {reason}");
        }

        if (command.Name == CommandName.ExecuteRecipes
            && command.Args?.GetValueOrDefault("recipes") is not { Count: > 0 })
        {
            throw ApiError.Invalid("Command.Args.recipes", "must name at least one recipe");
        }
    }

    /// <summary>Refuses the plan of a command that changes no machine.</summary>
    public static void CheckPlan(CommandName command, bool isPlan)
    {
        if (isPlan && command == CommandName.UpdateCustomCookbooks)
        {
            throw ApiError.Invalid("Plan", "cannot be set for update_custom_cookbooks, which changes nothing on instances");
        }
    }

    /// <summary>
    /// Commands run on online instances. Those that repair a failed Setup also run where it failed.
    /// </summary>
    public static bool RunsOn(CommandName command, InstanceStatus status) =>
        status == InstanceStatus.Online || (RepairsSetup(command) && status == InstanceStatus.SetupFailed);

    /// <summary>True for Setup, and for the fetch of corrected cookbooks before it.</summary>
    public static bool RepairsSetup(CommandName command) =>
        command is CommandName.Setup or CommandName.UpdateCustomCookbooks;

    /// <summary>Whether a command of an app runs only on instances of the app's layers.</summary>
    public static bool IsOfLayers(string type) =>
        type == EnumNames.Of(CommandName.Deploy) || type == EnumNames.Of(CommandName.Undeploy);

    /// <summary>Refuses to deploy an app to instances of other layers only: all of them would skip it.</summary>
    public static void RequireLayer(CommandName command, App? app, IReadOnlyList<Instance> targets)
    {
        if (app is not null && IsOfLayers(EnumNames.Of(command))
            && !targets.Any(target => AppLayers.IsFor(app, target)))
        {
            throw ApiError.Invalid(
                $"No instance can run {EnumNames.Of(command)}: the app {app.Shortname} is for its LayerIds only, and none of the instances that the request selects is in these layers.");
        }
    }

    /// <summary>Refuses a command that would run nowhere, because its deployment would look successful.</summary>
    public static void RequireTargets(CommandName command, int targets)
    {
        if (targets == 0)
        {
            var states = RepairsSetup(command) ? "online or setup_failed" : "online";
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

        if (key == "allow_reboot" && values is ["true"])
        {
            throw ApiError.Invalid(
                member, "cannot be true: update the packages, and call RebootInstance where the log asks for a reboot");
        }

        if (key == "upgrade_os_to" && values.Count != 1)
        {
            throw ApiError.Invalid(member, "must name one operating system");
        }

        if (key == "upgrade_os_to")
        {
            SupportedOs.CheckKnown(member, values[0]);
            throw ApiError.Invalid(
                member, "cannot be set: the server updates packages, and does not change a machine to another operating system");
        }

        for (var i = 0; key == "recipes" && i < values.Count; i++)
        {
            RecipeName.Check($"{member}[{i}]", values[i]);
        }
    }
}
