using System.Reflection;
using CSharpChef.Cli.Hosting;
using CSharpChef.TestSupport;

namespace CSharpChef.Tests.Cli.Server;

/// <summary>
/// Options and attributes of the tool do not refer to server assemblies, so that client verbs need not load them.
/// </summary>
public sealed class ServerAssembliesTests
{
    private static readonly string[] ServerAssemblies =
    [
        "CSharpChef.Stacks",
        "CSharpChef.Web",
        "Orleans",
        "Microsoft.AspNetCore"
    ];

    [Fact]
    public void No_option_has_a_type_of_a_server_assembly() => Findings.AssertNone(
        from type in typeof(Host).Assembly.GetTypes()
        from field in type.GetFields(
            BindingFlags.Instance | BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        where field.FieldType is { IsGenericType: true, Namespace: "System.CommandLine" }
        from argument in field.FieldType.GenericTypeArguments
        where IsFromServerAssembly(argument.GetElementType() ?? argument)
        select $"{type.Name}.{field.Name} is of {argument}");

    [Fact]
    public void The_tool_has_no_assembly_attributes_from_server_assemblies() => Findings.AssertNone(
        from attribute in typeof(Host).Assembly.GetCustomAttributesData()
        where IsFromServerAssembly(attribute.AttributeType)
        select attribute.AttributeType.FullName);

    private static bool IsFromServerAssembly(Type type) => ServerAssemblies.Any(
        name => type.Assembly.GetName().Name!.StartsWith(name, StringComparison.Ordinal));
}
