// The types of the custom element `perfil-card`, which `widget.js` beside this file defines.
// Add this file to those that TypeScript reads; it declares everything globally.

/** The colour scheme of a card. Any other text is as `auto`. */
type PerfilCardTheme = "auto" | "light" | "dark" | (string & {});

/** How much of a card is shown. Any other text is the usual card. */
type PerfilCardVariant = "compact" | "full" | (string & {});

/** When a card is loaded. Any other text is as `lazy`. */
type PerfilCardLoading = "eager" | "lazy" | (string & {});

/** Why something failed. */
type PerfilCardFailure =
  | "profile"
  | "network"
  | "not-found"
  | "status"
  | "size"
  | "format"
  | "module"
  | "browser";

/** A card is shown, also in another language. */
type PerfilLoadEvent = CustomEvent<{ url: string; lang: string }>;

/** Something failed; what is inside the element stays. */
type PerfilErrorEvent = CustomEvent<{ reason: PerfilCardFailure; message: string }>;

/** Somebody opens the profile. If it is cancelled, the browser does not follow the link. */
type PerfilOpenEvent = CustomEvent<{ url: string }>;

/** The attributes of the element, for the types of frameworks. */
interface PerfilCardAttributes {
  /** The person: the last part of the address of the profile. */
  profile?: string;
  /** The address of a `card.json`, in place of `profile`. */
  src?: string;
  /** The language (BCP 47). */
  lang?: string;
  /** The colour scheme. */
  theme?: PerfilCardTheme;
  /** How much is shown. */
  variant?: PerfilCardVariant;
  /** The ids of the skills that come first, separated by spaces or commas. */
  skills?: string;
  /** When the card is loaded. */
  loading?: PerfilCardLoading;
}

/**
 * A card of a profile. Each property is the attribute of the same name: it is an empty text where
 * there is no attribute, and `null` or `undefined` removes the attribute.
 */
interface PerfilCardElement extends HTMLElement {
  get profile(): string;
  set profile(value: string | null | undefined);
  get src(): string;
  set src(value: string | null | undefined);
  get theme(): PerfilCardTheme;
  set theme(value: PerfilCardTheme | null | undefined);
  get variant(): PerfilCardVariant;
  set variant(value: PerfilCardVariant | null | undefined);
  get skills(): string;
  set skills(value: string | readonly string[] | null | undefined);
  get loading(): PerfilCardLoading;
  set loading(value: PerfilCardLoading | null | undefined);
}

interface HTMLElementTagNameMap {
  "perfil-card": PerfilCardElement;
}

// The events bubble, so that they can be awaited anywhere.
interface GlobalEventHandlersEventMap {
  "perfil-load": PerfilLoadEvent;
  "perfil-error": PerfilErrorEvent;
  "perfil-open": PerfilOpenEvent;
}
