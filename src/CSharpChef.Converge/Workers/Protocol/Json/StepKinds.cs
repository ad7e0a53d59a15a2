using System.Text.Json.Serialization.Metadata;
using CSharpChef.Recipes.Steps;

namespace CSharpChef.Converge.Workers.Protocol.Json;

/// <summary>The words for the kinds of steps in a line.</summary>
internal static class StepKinds
{
    public static IReadOnlyList<JsonDerivedType> All { get; } =
    [
        new(typeof(AbsentStep), "absent"),
        new(typeof(CommandStep), "command"),
        new(typeof(CronStep), "cron"),
        new(typeof(DirectoryStep), "directory"),
        new(typeof(FileStep), "file"),
        new(typeof(GroupAbsentStep), "group-absent"),
        new(typeof(GroupStep), "group"),
        new(typeof(LineStep), "line"),
        new(typeof(LinkStep), "link"),
        new(typeof(LogStep), "log"),
        new(typeof(PackageStep), "package"),
        new(typeof(ServiceStep), "service"),
        new(typeof(SysctlStep), "sysctl"),
        new(typeof(TouchStep), "touch"),
        new(typeof(UserAbsentStep), "user-absent"),
        new(typeof(UserExistsStep), "user-exists"),
        new(typeof(UserStep), "user"),
    ];

    public static JsonPolymorphismOptions Options()
    {
        var options = new JsonPolymorphismOptions { TypeDiscriminatorPropertyName = "step" };
        foreach (var kind in All)
        {
            options.DerivedTypes.Add(kind);
        }

        return options;
    }
}
