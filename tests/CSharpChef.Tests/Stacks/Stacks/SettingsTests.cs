using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using CSharpChef.Stacks.Apps;
using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Layers;
using CSharpChef.Stacks.Stacks;
using CSharpChef.Stacks.Store.Secrets;

namespace CSharpChef.Tests.Stacks.Stacks;

public sealed class SettingsTests
{
    public static TheoryData<string> Members =>
    [
        .. new[]
        {
            typeof(StackSettings),
            typeof(LayerSettings),
            typeof(InstanceSettings),
            typeof(AppSettings),
            typeof(Recipes),
            typeof(Thresholds),
            typeof(WeeklySchedule),
        }.SelectMany(type => type.GetProperties().Select(member => $"{type.AssemblyQualifiedName}|{member.Name}")),
    ];

    [Theory]
    [MemberData(nameof(Members))]
    public void A_setting_of_a_request_is_part_of_the_merged_settings(string name)
    {
        var type = Type.GetType(name.Split('|')[0])!;
        var member = type.GetProperty(name.Split('|')[1])!;
        var request = Activator.CreateInstance(type)!;
        member.SetValue(request, Sample(member.PropertyType));

        var merged = type.GetMethod(nameof(StackSettings.MergeInto))!.Invoke(request, [Activator.CreateInstance(type)]);

        Assert.NotNull(member.GetValue(merged));
    }

    private static object Sample(Type type) => type switch
    {
        _ when Nullable.GetUnderlyingType(type) is { } inner => Sample(inner),
        _ when type == typeof(string) => "value",
        _ when type == typeof(Secret) => Secret.New("value"),
        _ when type == typeof(IReadOnlyDictionary<string, string>) => new Dictionary<string, string> { ["9"] = "on" },
        _ when type.IsEnum => Enum.GetValues(type).GetValue(0)!,
        _ when type.IsValueType => Convert.ChangeType(1, type, null),
        _ when type.IsGenericType => List(type.GetGenericArguments()[0]),
        _ => Record(type),
    };

    private static IList List(Type item)
    {
        var list = Array.CreateInstance(item, 1);
        list.SetValue(Sample(item), 0);
        return list;
    }

    private static object Record(Type type)
    {
        var record = RuntimeHelpers.GetUninitializedObject(type);
        foreach (var member in type.GetProperties().Where(member => member.CanWrite))
        {
            member.SetValue(record, Sample(member.PropertyType));
        }

        return record;
    }
}
