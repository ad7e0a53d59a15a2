using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using CSharpChef.Recipes.Steps;

namespace CSharpChef.Converge.Workers.Protocol.Json;

/// <summary>
/// The form of the lines. All members are required, none may be null unless it is declared so, and nothing else is
/// accepted.
/// </summary>
[JsonSerializable(typeof(WorkerMessage))]
[JsonSerializable(typeof(ServerMessage))]
[JsonSerializable(typeof(AbsentStep))]
[JsonSerializable(typeof(CommandStep))]
[JsonSerializable(typeof(CronStep))]
[JsonSerializable(typeof(DirectoryStep))]
[JsonSerializable(typeof(FileStep))]
[JsonSerializable(typeof(GroupAbsentStep))]
[JsonSerializable(typeof(GroupStep))]
[JsonSerializable(typeof(LineStep))]
[JsonSerializable(typeof(LinkStep))]
[JsonSerializable(typeof(LogStep))]
[JsonSerializable(typeof(PackageStep))]
[JsonSerializable(typeof(ServiceStep))]
[JsonSerializable(typeof(SysctlStep))]
[JsonSerializable(typeof(TouchStep))]
[JsonSerializable(typeof(UserAbsentStep))]
[JsonSerializable(typeof(UserExistsStep))]
[JsonSerializable(typeof(UserStep))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class WorkerJson : JsonSerializerContext
{
    // Attributes may be nested deeper than the default of 64.
    private const int MaxDepth = 256;

    /// <param name="contents">Converts the contents of files to their numbers, and back.</param>
    public static JsonSerializerOptions OptionsFor(JsonConverter<FileContent> contents) => new()
    {
        TypeInfoResolver = Default.WithAddedModifier(Restrict),
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        MaxDepth = MaxDepth,
        Converters =
        {
            contents,
            new TextListConverter(),
            new TextMapConverter(),
            new WordConverter<FailureKind>(),
            new WordConverter<LogLevel>(),
            new WordConverter<PackageState>(),
            new WordConverter<PathKind>(),
            new WordConverter<ServiceState>(),
            new WordConverter<Timing>(),
        },
    };

    private static void Restrict(JsonTypeInfo info)
    {
        if (info.Type == typeof(Step))
        {
            info.PolymorphismOptions = StepKinds.Options();
        }

        foreach (var property in info.Properties.ToList())
        {
            if (property is { Set: null, AssociatedParameter: null })
            {
                info.Properties.Remove(property);
            }
            else
            {
                property.IsRequired = true;
            }
        }
    }
}
