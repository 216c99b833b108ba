<?php
/**
 * The settings: one portal for the whole website.
 *
 * @package PortalRequestForm
 */

defined( 'ABSPATH' ) || exit;

const PORTAL_REQUEST_FORM_OPTION = 'portal_request_form';

/** Address of the portal, folder of the scripts (empty for the plugin's own), phone number. */
const PORTAL_REQUEST_FORM_DEFAULTS = array(
	'endpoint' => '',
	'script'   => '',
	'phone'    => '',
);

/** The settings as they are kept, whatever somebody else wrote there. */
function portal_request_form_settings() {
	$kept     = get_option( PORTAL_REQUEST_FORM_OPTION );
	$settings = PORTAL_REQUEST_FORM_DEFAULTS;
	foreach ( array_keys( $settings ) as $name ) {
		if ( is_array( $kept ) && isset( $kept[ $name ] ) && is_string( $kept[ $name ] ) ) {
			$settings[ $name ] = $kept[ $name ];
		}
	}
	return $settings;
}

/** Label and explanation of each setting. */
function portal_request_form_fields() {
	return array(
		'endpoint' => array(
			__( 'Address of the portal', 'portal-request-form' ),
			__( 'For example https://portal.example.com/api/portals/acme', 'portal-request-form' ),
		),
		'script'   => array(
			__( 'Folder of the scripts', 'portal-request-form' ),
			__( 'Empty for the copy in this plugin; or a version at a CDN, for example https://cdn.example.com/0.1.0', 'portal-request-form' ),
		),
		'phone'    => array(
			__( 'Phone number', 'portal-request-form' ),
			__( 'Shown until the form is there, and when it cannot be.', 'portal-request-form' ),
		),
	);
}

/** Tells WordPress of the settings and of the fields on their page. */
function portal_request_form_register_settings() {
	register_setting(
		PORTAL_REQUEST_FORM_OPTION,
		PORTAL_REQUEST_FORM_OPTION,
		array(
			'type'              => 'array',
			'default'           => PORTAL_REQUEST_FORM_DEFAULTS,
			'sanitize_callback' => 'portal_request_form_sanitize',
		)
	);
	add_settings_section( 'portal', '', '__return_null', PORTAL_REQUEST_FORM_OPTION );
	foreach ( portal_request_form_fields() as $name => $texts ) {
		$field = array(
			'name'      => $name,
			'help'      => $texts[1],
			'label_for' => 'portal-request-form-' . $name,
		);
		add_settings_field( $name, $texts[0], 'portal_request_form_field', PORTAL_REQUEST_FORM_OPTION, 'portal', $field );
	}
}

/** One input with its explanation. */
function portal_request_form_field( $field ) {
	$value = portal_request_form_settings()[ $field['name'] ];
	printf(
		'<input class="regular-text" type="text" id="%1$s" name="%2$s" value="%3$s" aria-describedby="%1$s-help"><p class="description" id="%1$s-help">%4$s</p>',
		esc_attr( $field['label_for'] ),
		esc_attr( PORTAL_REQUEST_FORM_OPTION . '[' . $field['name'] . ']' ),
		esc_attr( $value ),
		esc_html( $field['help'] )
	);
}

/** Keeps addresses that are addresses; for another, what was there before, and says so. */
function portal_request_form_sanitize( $given ) {
	$given = is_array( $given ) ? $given : array();
	$clean = portal_request_form_settings();
	foreach ( array( 'endpoint', 'script' ) as $name ) {
		$text    = isset( $given[ $name ] ) && is_string( $given[ $name ] ) ? trim( $given[ $name ] ) : '';
		$address = rtrim( esc_url_raw( $text, array( 'http', 'https' ) ), '/' );
		if ( '' !== $text && ! preg_match( '#^https?://[^/]#', $address ) ) {
			add_settings_error( PORTAL_REQUEST_FORM_OPTION, $name, __( 'An address begins with https://', 'portal-request-form' ) );
		} else {
			$clean[ $name ] = $address;
		}
	}
	$clean['phone'] = isset( $given['phone'] ) && is_string( $given['phone'] ) ? sanitize_text_field( $given['phone'] ) : '';
	return $clean;
}

/** The page under Settings. */
function portal_request_form_add_page() {
	$title = __( 'Portal request form', 'portal-request-form' );
	add_options_page( $title, $title, 'manage_options', PORTAL_REQUEST_FORM_OPTION, 'portal_request_form_page' );
}

/** What that page shows; WordPress checks who sends it and the nonce. */
function portal_request_form_page() {
	if ( ! current_user_can( 'manage_options' ) ) {
		return;
	}
	echo '<div class="wrap"><h1>' . esc_html( get_admin_page_title() ) . '</h1><form action="options.php" method="post">';
	settings_fields( PORTAL_REQUEST_FORM_OPTION );
	do_settings_sections( PORTAL_REQUEST_FORM_OPTION );
	submit_button();
	echo '</form></div>';
}
