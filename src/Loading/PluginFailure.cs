namespace Infoscope.Loading;

/// <summary>Why a plugin, or one class of it, cannot be used.</summary>
public enum PluginFailure
{
    /// <summary>The path leads nowhere.</summary>
    NotFound,

    /// <summary>The file cannot be read or its assembly cannot be loaded, for a reason that is none of the others.</summary>
    NotLoadable,

    /// <summary>The file is not a .NET assembly.</summary>
    NotDotNet,

    /// <summary>The folder holds no DLL, or the assembly does not carry the contract's stamp.</summary>
    NotAPlugin,

    /// <summary>The folder holds several DLLs, and nothing says which one is the plugin.</summary>
    Ambiguous,

    /// <summary>The plugin was built against another major version of the contract, or its stamp cannot be read.</summary>
    WrongContract,

    /// <summary>The plugin was built against a newer minor version of the contract.</summary>
    NewerContract,

    /// <summary>An assembly or native library that the plugin needs is missing, damaged, or of the wrong version.</summary>
    MissingDependency,

    /// <summary>The plugin declares no estimator and no label source.</summary>
    NothingInside,

    /// <summary>A class breaks the rules for an estimator or a label source.</summary>
    InvalidDeclaration,

    /// <summary>Another class gives the same id.</summary>
    DuplicateId,

    /// <summary>A constructor, a static initializer or the options record threw.</summary>
    ConstructorThrew,

    /// <summary>A constructor did not return within the time limit.</summary>
    ConstructorTimedOut,

    /// <summary>A source file is too long, too deeply nested, empty, not UTF-8, badly named, no regular file, a script or a program.</summary>
    BadSource,

    /// <summary>A source file does not compile, or breaks a rule that is an error.</summary>
    DoesNotCompile,

    /// <summary>The compiler of source files took too long, broke off, or cannot be used in this host.</summary>
    CompilerFailed,

    /// <summary>No usable plugin gives the id that was asked for.</summary>
    UnknownId,
}
